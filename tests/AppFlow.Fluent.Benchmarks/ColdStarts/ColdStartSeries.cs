using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.ColdStarts;

/// <summary>One probe, compiled in one way and answered over one transport, over all rounds. The ratios are to the first probe in the same round.</summary>
internal sealed record ColdStartSeries(
    string Probe,
    string Title,
    string Kind,
    string Transport,
    Spread Milliseconds,
    Spread WallRatio,
    Spread CpuMilliseconds,
    Spread CpuRatio,
    long Bytes,
    int Warnings)
{
    public static ColdStartSeries Of(PublishedProbe probe, ProbeServer server, IReadOnlyList<Start> starts, IReadOnlyList<Start> limit) => new(
        probe.Probe.Project,
        probe.Probe.Title,
        probe.Kind.Title,
        server.Title,
        Spread.Of(starts.Select(start => start.Milliseconds)),
        Spread.Of(starts.Zip(limit, (start, raw) => start.Milliseconds / raw.Milliseconds)),
        Spread.Of(starts.Select(start => start.CpuMilliseconds)),
        Spread.Of(starts.Zip(limit, (start, raw) => start.CpuMilliseconds / raw.CpuMilliseconds)),
        probe.Bytes,
        probe.Warnings);
}
