namespace AppFlow.Fluent.Client;

/// <summary>The limit of one attempt at a time, reused for later attempts; see <see cref="AttemptLimits"/>.</summary>
internal sealed class AttemptLimit : IDisposable
{
    private readonly AttemptLimits _limits;
    private readonly CancellationTokenSource _source;

    // The end of the client is the same for every attempt, so one registration serves all of them.
    private readonly CancellationTokenRegistration _closed;
    private CancellationTokenRegistration _caller;

    public AttemptLimit(AttemptLimits limits, TimeProvider timeProvider)
    {
        _limits = limits;
        _source = new CancellationTokenSource(limits.Timeout, timeProvider);
        _closed = limits.Closed.UnsafeRegister(Cancel, _source);
    }

    public CancellationToken Token => _source.Token;

    public bool HasPassed => _source.IsCancellationRequested;

    /// <summary>Starts the limit for an attempt, and follows its caller's cancellation.</summary>
    public void Follow(CancellationToken caller) => _caller = caller.UnsafeRegister(Cancel, _source);

    /// <summary>Restarts the timer.</summary>
    public void Restart() => _source.CancelAfter(_limits.Timeout);

    /// <summary>Ends the attempt.</summary>
    public void Dispose()
    {
        // Another attempt may use it only when the caller can no longer cancel it.
        _caller.Dispose();

        // It cannot be reused after a cancellation, or if its timer is not the system's.
        if (_source.TryReset())
        {
            _limits.Keep(this);
        }
        else
        {
            _closed.Dispose();
            _source.Dispose();
        }
    }

    private static void Cancel(object? source) => ((CancellationTokenSource)source!).Cancel();
}
