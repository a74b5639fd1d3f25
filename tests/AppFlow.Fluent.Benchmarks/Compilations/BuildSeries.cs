using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>Builds of one project with one set of analyzers, over all rounds.</summary>
/// <param name="Set">The set's name.</param>
/// <param name="Title">Its name in a table.</param>
/// <param name="Files">How many files the project has.</param>
/// <param name="ReferencesLibraries">Whether the project references AppFlow.Fluent and the AWS SDK, or neither.</param>
/// <param name="CompileMilliseconds">CPU of the compiler's run without analyzers.</param>
/// <param name="AddedMilliseconds">CPU that the analyzers add to it.</param>
/// <param name="AddedShare">That to the compiler's run in the same round.</param>
/// <param name="AddedKilobytes">What the analyzers, and the compiler for them, allocate.</param>
/// <param name="RuleMilliseconds">The time in the analyzers themselves, as the compiler counts it; the rest is its own work for them.</param>
/// <param name="RuleShare">That to the compiler's run in the same round.</param>
/// <param name="Reported">How many diagnostics there were.</param>
internal sealed record BuildSeries(
    string Set,
    string Title,
    int Files,
    bool ReferencesLibraries,
    Spread CompileMilliseconds,
    Spread AddedMilliseconds,
    Spread AddedShare,
    Spread AddedKilobytes,
    Spread RuleMilliseconds,
    Spread RuleShare,
    int Reported)
{
    public static BuildSeries Of(AnalyzerSet set, SampleProject project, IReadOnlyList<BuildRound> rounds) => new(
        set.Name,
        set.Title,
        project.Files,
        project.ReferencesLibraries,
        Spread.Of(rounds.Select(round => round.Compile.CpuSeconds * 1000)),
        Spread.Of(rounds.Select(round => round.AddedCpuSeconds(set) * 1000)),
        Spread.Of(rounds.Select(round => round.AddedCpuSeconds(set) / round.Compile.CpuSeconds)),
        Spread.Of(rounds.Select(round => round.AddedKilobytes(set))),
        Spread.Of(rounds.Select(round => round.RuleSeconds(set) * 1000)),
        Spread.Of(rounds.Select(round => round.RuleSeconds(set) / round.Compile.CpuSeconds)),
        rounds[^1].Analyses[set].Reported);
}
