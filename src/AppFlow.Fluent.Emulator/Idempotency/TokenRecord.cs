namespace AppFlow.Fluent.Emulator.Idempotency;

/// <summary>
/// The state of one client token. There may be millions, so it is small: it holds only a fingerprint of the input. The store's lock guards
/// all mutable members.
/// </summary>
/// <param name="operation">The operation it belongs to.</param>
/// <param name="clientToken">The token.</param>
/// <param name="input">The fingerprint of the input it came with.</param>
internal sealed class TokenRecord(string operation, string clientToken, UInt128 input)
{
    // The body of the first answer, or the completion that other calls wait for until then; never both.
    private object? _outcome;
    private long _expiresAt;

    public string Operation => operation;

    public string ClientToken => clientToken;

    public UInt128 Input => input;

    /// <summary>The body of the first answer; <see langword="null"/> while the call is in flight.</summary>
    public byte[]? Body => _outcome as byte[];

    /// <summary>
    /// The completion that calls wait for that arrived while the first was in flight; <see langword="null"/> if none waits.
    /// </summary>
    public TaskCompletionSource? Settled => _outcome as TaskCompletionSource;

    /// <summary>When it is new again; without meaning while the call is in flight.</summary>
    public DateTimeOffset ExpiresAt => new(_expiresAt, TimeSpan.Zero);

    /// <summary>The record that expires next after this one.</summary>
    public TokenRecord? Next { get; set; }

    /// <summary>Whether it is new again. A call in flight never is.</summary>
    public bool IsExpired(DateTimeOffset now) => _expiresAt <= now.UtcTicks;

    /// <summary>The completion that ends when the call in flight does.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        _outcome ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return Settled!.Task.WaitAsync(cancellationToken);
    }

    public void Complete(byte[] body, DateTimeOffset expiresAt) => (_outcome, _expiresAt) = (body, expiresAt.UtcTicks);
}
