using System.Collections.Concurrent;

namespace AppFlow.Fluent.Client;

/// <summary>Ends an attempt when it times out, when its caller cancels or when the client is closed. The limits are pooled.</summary>
internal sealed class AttemptLimits(TimeSpan timeout, TimeProvider timeProvider) : IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentQueue<AttemptLimit> _unused = new();

    public TimeSpan Timeout => timeout;

    public CancellationToken Closed => _closed.Token;

    public AttemptLimit Begin(CancellationToken caller)
    {
        if (_unused.TryDequeue(out var limit))
        {
            limit.Restart();
        }
        else
        {
            limit = new AttemptLimit(this, timeProvider);
        }

        limit.Follow(caller);
        return limit;
    }

    /// <summary>Returns a limit to the pool.</summary>
    public void Keep(AttemptLimit limit) => _unused.Enqueue(limit);

    public void Dispose() => _closed.Cancel();
}
