namespace AppFlow.Fluent.Emulator.Connectors;

/// <summary>
/// A registry as it will be once the changes made here are written. Until <see cref="Commit"/> nobody else sees them. One thread uses it, while
/// nothing else changes the registry.
/// </summary>
internal sealed class StagedConnectors(ConnectorRegistry registry, TimeProvider timeProvider) : ConnectorSet(registry.Account, timeProvider)
{
    private readonly Dictionary<string, Connector?> _changed = new(StringComparer.Ordinal);

    /// <summary>The changed connectors, as they will be; <see langword="null"/> for one that will be removed.</summary>
    public IReadOnlyDictionary<string, Connector?> Changed => _changed;

    public override Connector? Find(string label) => _changed.TryGetValue(label, out var changed) ? changed : registry.Find(label);

    public override void Set(string label, Connector? connector) => _changed[label] = connector;

    /// <summary>A page lists what everybody sees.</summary>
    public override ConnectorPage List(int maxResults, string? nextToken) => registry.List(maxResults, nextToken);

    /// <summary>Lets everybody see the changes.</summary>
    public void Commit()
    {
        foreach (var (label, connector) in _changed)
        {
            registry.Set(label, connector);
        }
    }
}
