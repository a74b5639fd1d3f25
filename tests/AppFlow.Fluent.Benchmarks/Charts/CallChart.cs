using System.Globalization;
using AppFlow.Fluent.Benchmarks.Calls;

namespace AppFlow.Fluent.Benchmarks.Charts;

/// <summary>The cost of a call: CPU and bytes, with 64 in flight.</summary>
internal static class CallChart
{
    private const double CpuBudget = 1.4;
    private const double BytesBudget = 4400;

    public static string Draw(CallResults results)
    {
        var inFlight = results.Series.Max(line => line.InFlight);
        var lines = results.Series.Where(line => line.InFlight == inFlight).ToList();
        return BarChart.Draw(
            "A call over loopback, " + inFlight.ToString(CultureInfo.InvariantCulture) + " in flight",
            $"{results.Run.Date}, {results.Run.Machine}; medians of rounds",
            [
                new BarPanel(
                    "Client CPU, compared with a raw HttpClient post of ready bytes",
                    [.. lines.Select(line => new Bar(line.Title, line.CpuRatio.Median, line.CpuRatio.Median.ToString("F2", CultureInfo.InvariantCulture) + "×", IsOurs(line)))],
                    CpuBudget,
                    "budget 1.4×"),
                new BarPanel(
                    "Bytes allocated per call",
                    [.. lines.Select(line => new Bar(line.Title, line.BytesPerCall.Median, line.BytesPerCall.Median.ToString("N0", CultureInfo.InvariantCulture) + " B", IsOurs(line)))],
                    BytesBudget,
                    "budget 4,400 B"),
            ]);
    }

    private static bool IsOurs(CallSeries line) => line.Mode == "ours";
}
