using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>Builds of one project with one set of analyzers, over all rounds.</summary>
/// <param name="Set">The set's name.</param>
/// <param name="Title">What a table calls it.</param>
/// <param name="Files">How many files the project has.</param>
/// <param name="ReferencesLibrary">Whether the project references AppFlow.Fluent.</param>
/// <param name="Milliseconds">The build on the wall.</param>
/// <param name="WallRatio">To the build without analyzers in the same round.</param>
/// <param name="CpuMilliseconds">The build on the cores.</param>
/// <param name="CpuRatio">To the build without analyzers in the same round.</param>
/// <param name="RuleMilliseconds">The time in the analyzers themselves, as the compiler counts it.</param>
/// <param name="RuleShare">That time to the CPU of the build without analyzers in the same round.</param>
/// <param name="Reported">How many diagnostics there were.</param>
internal sealed record BuildSeries(
    string Set,
    string Title,
    int Files,
    bool ReferencesLibrary,
    Spread Milliseconds,
    Spread WallRatio,
    Spread CpuMilliseconds,
    Spread CpuRatio,
    Spread RuleMilliseconds,
    Spread RuleShare,
    int Reported)
{
    public static BuildSeries Of(AnalyzerSet set, SampleProject project, IReadOnlyList<BuildMeasurement> rounds, IReadOnlyList<BuildMeasurement> plain) => new(
        set.Name,
        set.Title,
        project.Files,
        project.ReferencesLibrary,
        Spread.Of(rounds.Select(round => round.Seconds * 1000)),
        Spread.Of(rounds.Zip(plain, (round, alone) => round.Seconds / alone.Seconds)),
        Spread.Of(rounds.Select(round => round.CpuSeconds * 1000)),
        Spread.Of(rounds.Zip(plain, (round, alone) => round.CpuSeconds / alone.CpuSeconds)),
        Spread.Of(rounds.Select(round => round.Rules.Values.Sum() * 1000)),
        Spread.Of(rounds.Zip(plain, (round, alone) => round.Rules.Values.Sum() / alone.CpuSeconds)),
        rounds[^1].Reported);
}
