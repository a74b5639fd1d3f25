namespace AppFlow.Fluent.Emulator.Storage;

/// <summary>All stored state.</summary>
/// <param name="ClockShift">How far the clock was advanced.</param>
/// <param name="Connectors">The connectors of all regions.</param>
/// <param name="Tokens">The client tokens of all regions, in the order in which they were written. Some may have expired.</param>
internal sealed record StoredState(TimeSpan ClockShift, IReadOnlyList<StoredConnector> Connectors, IReadOnlyList<StoredToken> Tokens)
{
    public static StoredState Empty { get; } = new(TimeSpan.Zero, [], []);
}
