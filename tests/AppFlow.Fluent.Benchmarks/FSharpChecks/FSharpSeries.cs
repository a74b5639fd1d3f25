using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.FSharpChecks;

/// <summary>Builds of one project with and without the checker, over all rounds.</summary>
/// <param name="Files">How many files the project has.</param>
/// <param name="Lines">How many lines they have.</param>
/// <param name="BuildSeconds">A whole build without the checker.</param>
/// <param name="CheckedBuildSeconds">A whole build with it.</param>
/// <param name="CompilerSeconds">The F# compiler's process in a build with the checker.</param>
/// <param name="CompilerCpuSeconds">Its CPU.</param>
/// <param name="CheckSeconds">The checker's process in the same build.</param>
/// <param name="CheckCpuSeconds">Its CPU.</param>
/// <param name="Ratio">The checker's time to the compiler's, in one build.</param>
/// <param name="CpuRatio">The same of CPU.</param>
/// <param name="UnchangedSeconds">A build with the checker where nothing has changed.</param>
/// <param name="UnchangedChecks">How many of those builds started the checker, or did not say that the check is up to date.</param>
/// <param name="Findings">How many warnings of ours a build has.</param>
internal sealed record FSharpSeries(
    int Files,
    int Lines,
    Spread BuildSeconds,
    Spread CheckedBuildSeconds,
    Spread CompilerSeconds,
    Spread CompilerCpuSeconds,
    Spread CheckSeconds,
    Spread CheckCpuSeconds,
    Spread Ratio,
    Spread CpuRatio,
    Spread UnchangedSeconds,
    int UnchangedChecks,
    int Findings)
{
    private const string Skipped = "Skipping target \"AppFlowFluentCheck\" because all output files are up-to-date";

    public static FSharpSeries Of(FSharpProject project, IReadOnlyList<FSharpRound> rounds)
    {
        Spread Over(Func<FSharpRound, double> value) => Spread.Of(rounds.Select(value));
        return new FSharpSeries(
            project.Files,
            project.Lines,
            Over(round => round.Alone.Seconds),
            Over(round => round.Checked.Seconds),
            Over(round => round.Compiler.Seconds),
            Over(round => round.Compiler.CpuSeconds),
            Over(round => round.Checker.Seconds),
            Over(round => round.Checker.CpuSeconds),
            Over(round => round.Checker.Seconds / round.Compiler.Seconds),
            Over(round => round.Checker.CpuSeconds / round.Compiler.CpuSeconds),
            Over(round => round.Unchanged.Seconds),
            rounds.Count(round => round.Unchanged.Checker is not null || !round.Unchanged.Log.Contains(Skipped, StringComparison.Ordinal)),
            FindingsIn(rounds[^1].Checked.Log));
    }

    // A build repeats its warnings at the end.
    private static int FindingsIn(string log) => log.Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.Contains(": warning AFF", StringComparison.Ordinal))
        .Distinct()
        .Count();
}
