namespace AppFlow.Fluent.Emulator.Storage;

/// <summary>The changes that are to be written together.</summary>
/// <param name="now">The time on the clock for client tokens' expiry: expired tokens need no longer be kept.</param>
internal sealed class StoredChanges(DateTimeOffset now)
{
    private readonly Dictionary<(string Region, string Label), StoredConnector?> _connectors = [];
    private readonly List<StoredToken> _tokens = [];

    public DateTimeOffset Now => now;

    /// <summary>Whether everything stored is removed first.</summary>
    public bool Clears { get; init; }

    /// <summary>The new offset of the clock; <see langword="null"/> if it does not change.</summary>
    public TimeSpan? ClockShift { get; init; }

    /// <summary>The changed connectors, as they are now; <see langword="null"/> for one that was removed.</summary>
    public IReadOnlyDictionary<(string Region, string Label), StoredConnector?> Connectors => _connectors;

    /// <summary>The client tokens that were used.</summary>
    public IReadOnlyList<StoredToken> Tokens => _tokens;

    public bool IsEmpty => !Clears && ClockShift is null && _connectors.Count == 0 && _tokens.Count == 0;

    /// <summary>Notes a connector as it is now. The last note counts.</summary>
    public void Set(string region, string label, StoredConnector? connector) => _connectors[(region, label)] = connector;

    public void Add(StoredToken token) => _tokens.Add(token);
}
