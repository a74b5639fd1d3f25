namespace AppFlow.Fluent.Emulator.Protocol;

/// <summary>The body of a successful answer, and whether it is a replay of an earlier one.</summary>
internal readonly record struct OperationResult(byte[] Body, bool IsReplay);
