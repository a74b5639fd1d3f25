namespace AppFlow.Fluent.Emulator.Idempotency;

/// <summary>
/// What is known of one client token. There may be millions, so that it holds no more than it must: of the input, a fingerprint. The store's
/// lock guards all that changes.
/// </summary>
/// <param name="operation">The operation it belongs to.</param>
/// <param name="clientToken">The token.</param>
/// <param name="input">The fingerprint of the input it came with.</param>
internal sealed class TokenRecord(string operation, string clientToken, UInt128 input)
{
    public string Operation => operation;

    public string ClientToken => clientToken;

    public UInt128 Input => input;

    /// <summary>The body of the first answer; <see langword="null"/> while the call is in flight.</summary>
    public byte[]? Body { get; set; }

    /// <summary>When it is new again, once it has a body. A call in flight never expires.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>The record that expires next after this one.</summary>
    public TokenRecord? Next { get; set; }

    /// <summary>What those wait for who came while the call was in flight; <see langword="null"/> where nobody does.</summary>
    public TaskCompletionSource? Settled { get; set; }
}
