namespace AppFlow.Fluent.Emulator.Storage;

/// <summary>What is to be written together.</summary>
/// <param name="now">The time by the clock that client tokens expire by: those that have expired need no longer be kept.</param>
internal sealed class StoredChanges(DateTimeOffset now)
{
    private readonly Dictionary<(string Region, string Label), StoredConnector?> _connectors = [];
    private readonly List<StoredToken> _tokens = [];

    public DateTimeOffset Now => now;

    /// <summary>Whether all that was kept goes first.</summary>
    public bool Clears { get; init; }

    /// <summary>How far the clock is advanced from now on; <see langword="null"/> where that stays.</summary>
    public TimeSpan? ClockShift { get; init; }

    /// <summary>The connectors that changed, as they are now; <see langword="null"/> for one that is gone.</summary>
    public IReadOnlyDictionary<(string Region, string Label), StoredConnector?> Connectors => _connectors;

    /// <summary>The client tokens that were used.</summary>
    public IReadOnlyList<StoredToken> Tokens => _tokens;

    public bool IsEmpty => !Clears && ClockShift is null && _connectors.Count == 0 && _tokens.Count == 0;

    /// <summary>Notes a connector as it is now. The last word counts.</summary>
    public void Set(string region, string label, StoredConnector? connector) => _connectors[(region, label)] = connector;

    public void Add(StoredToken token) => _tokens.Add(token);
}
