using System.Collections.Concurrent;

namespace AppFlow.Fluent.Client;

/// <summary>
/// Ends an attempt when its time is over, when its caller cancels or when the client is closed. What an attempt needs for that is used
/// again by a later one.
/// </summary>
internal sealed class AttemptLimits(TimeSpan timeout, TimeProvider timeProvider) : IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentQueue<CancellationTokenSource> _unused = new();

    public TimeSpan Timeout => timeout;

    public CancellationToken Closed => _closed.Token;

    public AttemptLimit Begin(CancellationToken caller)
    {
        if (_unused.TryDequeue(out var source))
        {
            source.CancelAfter(timeout);
        }
        else
        {
            source = new CancellationTokenSource(timeout, timeProvider);
        }

        return new AttemptLimit(this, source, caller);
    }

    /// <summary>Takes back what an attempt no longer needs.</summary>
    public void End(CancellationTokenSource source)
    {
        // One that was cancelled, or whose timer is not the system's, cannot be used again.
        if (source.TryReset())
        {
            _unused.Enqueue(source);
        }
        else
        {
            source.Dispose();
        }
    }

    public void Dispose() => _closed.Cancel();
}
