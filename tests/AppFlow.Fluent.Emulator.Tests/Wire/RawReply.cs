namespace AppFlow.Fluent.Emulator.Tests.Wire;

/// <summary>All that came back before the connection ended, and whether it ended by a reset.</summary>
public sealed record RawReply(string Text, bool WasReset);
