namespace AppFlow.Fluent.Client;

/// <summary>The limit of one attempt; see <see cref="AttemptLimits"/>.</summary>
internal readonly struct AttemptLimit : IDisposable
{
    private readonly AttemptLimits _limits;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _caller;
    private readonly CancellationTokenRegistration _closed;

    public AttemptLimit(AttemptLimits limits, CancellationTokenSource source, CancellationToken caller)
    {
        _limits = limits;
        _source = source;
        _caller = caller.UnsafeRegister(Cancel, source);
        _closed = limits.Closed.UnsafeRegister(Cancel, source);
    }

    public CancellationToken Token => _source.Token;

    public bool HasPassed => _source.IsCancellationRequested;

    public void Dispose()
    {
        // Only once neither can cancel it any more may another attempt have it.
        _caller.Dispose();
        _closed.Dispose();
        _limits.End(_source);
    }

    private static void Cancel(object? source) => ((CancellationTokenSource)source!).Cancel();
}
