using System.Diagnostics;

namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>Makes many calls, a fixed number at a time, and measures them.</summary>
internal static class CallLoop
{
    public static async Task<CallMeasurement> RunAsync(ICaller caller, int inFlight, int calls)
    {
        using var process = Process.GetCurrentProcess();
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();

        var left = calls;
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await caller.CallAsync();
            }
        })));

        var seconds = watch.Elapsed.TotalSeconds;
        process.Refresh();
        return new CallMeasurement(
            calls,
            seconds,
            (process.TotalProcessorTime - cpu).TotalSeconds,
            GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }
}
