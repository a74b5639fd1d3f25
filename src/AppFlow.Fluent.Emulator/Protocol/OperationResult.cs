namespace AppFlow.Fluent.Emulator.Protocol;

/// <summary>The body of a successful answer, and whether it is an earlier one given again.</summary>
internal readonly record struct OperationResult(byte[] Body, bool IsReplay);
