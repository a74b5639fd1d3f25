namespace AppFlow.Fluent.Emulator.Operations;

/// <summary>The body of a successful answer, and whether it is an earlier one given again.</summary>
internal sealed record ServiceAnswer(byte[] Body, bool IsReplay);
