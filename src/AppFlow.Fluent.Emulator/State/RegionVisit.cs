using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Service;

namespace AppFlow.Fluent.Emulator.State;

/// <summary>The stay of one request in a region, which is kept meanwhile.</summary>
internal readonly struct RegionVisit(RegionStates regions, RegionState region) : IDisposable
{
    public ConnectorService Service => region.Service;

    public ConnectorRegistry Registry => region.Registry;

    public void Dispose() => regions.Leave(region);
}
