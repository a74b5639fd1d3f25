namespace AppFlow.Fluent.Emulator.Tests.Wire;

/// <summary>Everything received before the connection ended, and whether it ended with a reset.</summary>
public sealed record RawReply(string Text, bool WasReset);
