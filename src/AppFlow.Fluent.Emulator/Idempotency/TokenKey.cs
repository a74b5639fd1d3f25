namespace AppFlow.Fluent.Emulator.Idempotency;

/// <summary>What makes two calls attempts of one: the operation and its client token.</summary>
internal readonly record struct TokenKey(string Operation, string ClientToken);
