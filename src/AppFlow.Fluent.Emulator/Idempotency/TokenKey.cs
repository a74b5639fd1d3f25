namespace AppFlow.Fluent.Emulator.Idempotency;

/// <summary>Identifies attempts of the same call: the operation and its client token.</summary>
internal readonly record struct TokenKey(string Operation, string ClientToken);
