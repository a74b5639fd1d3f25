using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Service;

namespace AppFlow.Fluent.Emulator.State;

/// <summary>One request's use of a region. The region is kept until the visit ends.</summary>
internal readonly struct RegionVisit(RegionStates regions, RegionState region) : IDisposable
{
    public ConnectorService Service => region.Service;

    public ConnectorRegistry Registry => region.Registry;

    public void Dispose() => regions.Leave(region);
}
