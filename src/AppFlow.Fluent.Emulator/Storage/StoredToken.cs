namespace AppFlow.Fluent.Emulator.Storage;

/// <summary>A client token as it is stored: its region and operation, the fingerprint of its input, its answer, and when it expires.</summary>
internal sealed record StoredToken(
    string Region, string Operation, string ClientToken, UInt128 Input, byte[] Body, DateTimeOffset ExpiresAt);
