namespace AppFlow.Fluent.Tests.Fakes;

/// <summary>
/// The two clocks of a machine, which a test sets independently, as when the machine sleeps or its time is changed. Waits end at once,
/// after the test's own action.
/// </summary>
internal sealed class TwoClocks : TimeProvider
{
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private long _timestamp = TimeSpan.TicksPerDay;

    /// <summary>What happens in each wait.</summary>
    public Action<TwoClocks> InWait { get; set; } = _ => { };

    /// <summary>What happens before each reading of the time of day.</summary>
    public Action<TwoClocks> InReading { get; set; } = _ => { };

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        InReading(this);
        return _now;
    }

    public override long GetTimestamp() => _timestamp;

    public void Pass(TimeSpan byDay, TimeSpan byTimestamp)
    {
        _now += byDay;
        _timestamp += byTimestamp.Ticks;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            InWait(this);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Timer();
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
