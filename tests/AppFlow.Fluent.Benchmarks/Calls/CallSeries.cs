using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>One mode with one number of calls in flight, over all rounds. The ratios are to the first mode in the same round.</summary>
internal sealed record CallSeries(
    string Mode,
    string Title,
    int InFlight,
    Spread CallsPerSecond,
    Spread CpuMillisecondsPerThousand,
    Spread CpuRatio,
    Spread BytesPerCall,
    Spread BytesRatio)
{
    public static CallSeries Of(CallMode mode, int inFlight, IReadOnlyList<CallMeasurement> rounds, IReadOnlyList<CallMeasurement> limit) => new(
        mode.Name,
        mode.Title,
        inFlight,
        Spread.Of(rounds.Select(round => round.CallsPerSecond)),
        Spread.Of(rounds.Select(round => round.CpuMillisecondsPerThousand)),
        Spread.Of(rounds.Zip(limit, (round, raw) => round.CpuMillisecondsPerThousand / raw.CpuMillisecondsPerThousand)),
        Spread.Of(rounds.Select(round => round.BytesPerCall)),
        Spread.Of(rounds.Zip(limit, (round, raw) => round.BytesPerCall / raw.BytesPerCall)));
}
