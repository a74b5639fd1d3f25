namespace AppFlow.Fluent.Client;

/// <summary>Ends one attempt when its time is over or when the caller cancels, and tells the two apart.</summary>
internal sealed class AttemptLimit : IDisposable
{
    private readonly CancellationTokenSource? _timeout;
    private readonly CancellationTokenSource? _either;

    public AttemptLimit(TimeSpan timeout, TimeProvider timeProvider, CancellationToken caller)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            Token = caller;
            return;
        }

        _timeout = new CancellationTokenSource(timeout, timeProvider);
        _either = caller.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(_timeout.Token, caller) : null;
        Token = (_either ?? _timeout).Token;
    }

    public CancellationToken Token { get; }

    public bool HasPassed => _timeout is { IsCancellationRequested: true };

    public void Dispose()
    {
        _either?.Dispose();
        _timeout?.Dispose();
    }
}
