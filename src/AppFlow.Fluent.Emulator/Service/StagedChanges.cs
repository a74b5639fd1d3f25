using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Storage;

namespace AppFlow.Fluent.Emulator.Service;

/// <summary>The combined result of some changes before it is written.</summary>
/// <param name="clock">The clock for connectors' dates and client tokens' expiry.</param>
internal sealed class StagedChanges(TimeProvider clock)
{
    private readonly Dictionary<ConnectorRegistry, StagedConnectors> _connectors = [];

    /// <summary>What is to be written apart from connectors.</summary>
    public StoredChanges Stored { get; set; } = new(clock.GetUtcNow());

    /// <summary>A registry as the earlier changes have left it.</summary>
    public StagedConnectors Of(ConnectorRegistry registry)
    {
        if (!_connectors.TryGetValue(registry, out var staged))
        {
            staged = new StagedConnectors(registry, clock);
            _connectors.Add(registry, staged);
        }

        return staged;
    }

    public StoredChanges ToStored()
    {
        foreach (var (registry, staged) in _connectors)
        {
            foreach (var (label, connector) in staged.Changed)
            {
                Stored.Set(registry.Account.Region, label, connector?.ToStored());
            }
        }

        return Stored;
    }

    public void Commit()
    {
        foreach (var staged in _connectors.Values)
        {
            staged.Commit();
        }
    }
}
