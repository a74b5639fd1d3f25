namespace AppFlow.Fluent.Soak;

/// <summary>
/// The true time, or that of a simulated world, but no wait takes time: every pause ends after a few turns of the thread pool. One attempt
/// in fifty times out this way, at any point from its first byte to long after its answer; the others never do.
/// </summary>
/// <param name="seed">The seed for turns and time-outs.</param>
/// <param name="world">The clock; null for the true one.</param>
internal sealed class StormTime(int seed, WorldClock? world = null) : TimeProvider
{
    // 20 seconds, and up to five more if the service asks for them; an attempt's time-out is longer.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(25);

    private const double TimedOut = 0.02;
    private const int MaxTurns = 400;

    private readonly SharedRandom _random = new(seed);

    public override DateTimeOffset GetUtcNow() => world?.UtcNow ?? base.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer();
        if (dueTime == Timeout.InfiniteTimeSpan)
        {
            return timer;
        }

        if (dueTime <= LongestPause || _random.NextDouble() < TimedOut)
        {
            _ = timer.FireAsync(callback, state, _random.Next(MaxTurns));
        }

        return timer;
    }

    private sealed class Timer : ITimer
    {
        private volatile bool _disposed;

        public async Task FireAsync(TimerCallback callback, object? state, int turns)
        {
            for (var i = 0; i <= turns; i++)
            {
                await Task.Yield();
            }

            if (!_disposed)
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => !_disposed;

        public void Dispose() => _disposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
