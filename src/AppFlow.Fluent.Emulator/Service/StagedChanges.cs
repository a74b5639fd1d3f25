using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Storage;

namespace AppFlow.Fluent.Emulator.Service;

/// <summary>What some changes come to together, before it is written.</summary>
/// <param name="clock">The clock that connectors are dated and client tokens expire by.</param>
internal sealed class StagedChanges(TimeProvider clock)
{
    private readonly Dictionary<ConnectorRegistry, StagedConnectors> _connectors = [];

    /// <summary>What else than connectors is to be written.</summary>
    public StoredChanges Stored { get; set; } = new(clock.GetUtcNow());

    /// <summary>A registry as the changes before have left it.</summary>
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
