using System.Collections.Immutable;
using System.Diagnostics;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>Measures this process from its start to <see cref="Stop"/>.</summary>
internal sealed class BuildClock
{
    private readonly Process _process = Process.GetCurrentProcess();
    private readonly long _bytes = GC.GetTotalAllocatedBytes(precise: true);
    private readonly TimeSpan _cpu;
    private readonly Stopwatch _watch;

    private BuildClock()
    {
        _cpu = _process.TotalProcessorTime;
        _watch = Stopwatch.StartNew();
    }

    public static BuildClock Start()
    {
        GC.Collect();
        return new BuildClock();
    }

    public BuildMeasurement Stop()
    {
        var seconds = _watch.Elapsed.TotalSeconds;
        _process.Refresh();
        var measured = new BuildMeasurement(
            seconds,
            (_process.TotalProcessorTime - _cpu).TotalSeconds,
            GC.GetTotalAllocatedBytes(precise: true) - _bytes,
            ImmutableDictionary<string, double>.Empty,
            0);
        _process.Dispose();
        return measured;
    }
}
