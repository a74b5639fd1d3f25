namespace AppFlow.Fluent.Emulator.Idempotency;

/// <summary>
/// Tells one call whether it is the first with its token. The first call is applied and completes its claim; disposing the claim before
/// that frees the token again. All other calls get the answer of the first.
/// </summary>
internal readonly struct TokenClaim : IDisposable
{
    private readonly IdempotencyStore _store;
    private readonly TokenRecord _record;

    internal TokenClaim(IdempotencyStore store, TokenRecord record, bool isFirst)
    {
        (_store, _record, IsFirst) = (store, record, isFirst);
        Remembered = record.Body;
    }

    /// <summary>Whether the call is the first with its token and must be applied.</summary>
    public bool IsFirst { get; }

    /// <summary>The first call's answer; <see langword="null"/> for the first call itself.</summary>
    public byte[]? Remembered { get; }

    /// <summary>The operation that the token belongs to.</summary>
    public string Operation => _record.Operation;

    public string ClientToken => _record.ClientToken;

    /// <summary>The fingerprint of the first call's input.</summary>
    public UInt128 Input => _record.Input;

    /// <summary>When the token is new again if its call ends now.</summary>
    public DateTimeOffset ExpiryFromNow() => _store.ExpiryFromNow();

    /// <summary>Lets the token stand for this answer from now on.</summary>
    public void Complete(byte[] body) => Complete(body, ExpiryFromNow());

    /// <summary>Lets the token stand for this answer until then.</summary>
    public void Complete(byte[] body, DateTimeOffset expiresAt) => _store.Complete(_record, body, expiresAt);

    public void Dispose()
    {
        if (IsFirst)
        {
            _store.Release(_record);
        }
    }
}
