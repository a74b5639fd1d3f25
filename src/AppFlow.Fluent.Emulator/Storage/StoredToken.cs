namespace AppFlow.Fluent.Emulator.Storage;

/// <summary>A client token as it is kept: whose it is, the fingerprint of its input, its answer, and when it is new again.</summary>
internal sealed record StoredToken(
    string Region, string Operation, string ClientToken, UInt128 Input, byte[] Body, DateTimeOffset ExpiresAt);
