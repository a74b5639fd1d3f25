namespace AppFlow.Fluent.Client;

/// <summary>The limit of one attempt, and after it of another; see <see cref="AttemptLimits"/>.</summary>
internal sealed class AttemptLimit : IDisposable
{
    private readonly AttemptLimits _limits;
    private readonly CancellationTokenSource _source;

    // The client's end is the same for every attempt, so it is waited for once and not again for each of them.
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

    /// <summary>Begins to follow the caller of an attempt.</summary>
    public void Follow(CancellationToken caller) => _caller = caller.UnsafeRegister(Cancel, _source);

    /// <summary>Runs anew.</summary>
    public void Restart() => _source.CancelAfter(_limits.Timeout);

    /// <summary>Ends the attempt.</summary>
    public void Dispose()
    {
        // Only once its caller cannot cancel it any more may another attempt have it.
        _caller.Dispose();

        // One that was cancelled, or whose timer is not the system's, cannot be used again.
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
