using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Foreign;

/// <summary>All rounds of one project.</summary>
/// <param name="Project">The package, or the folder.</param>
/// <param name="Files">How many C# files it has.</param>
/// <param name="Lines">How many lines.</param>
/// <param name="Errors">How many errors the compiler reports.</param>
/// <param name="CompileMilliseconds">The compiler's run without analyzers, by the clock, as the rules' time is.</param>
/// <param name="RuleMilliseconds">The time in our rules, as the compiler counts it.</param>
/// <param name="RuleShare">That to the compiler's run in the same round.</param>
/// <param name="Rules">The time in each of our analyzers in the last round, in milliseconds, the longest first.</param>
/// <param name="Findings">How many findings each rule has; those without any are left out.</param>
/// <param name="Crashes">How often a rule threw, in all rounds.</param>
internal sealed record ForeignSeries(
    string Project,
    int Files,
    int Lines,
    int Errors,
    Spread CompileMilliseconds,
    Spread RuleMilliseconds,
    Spread RuleShare,
    IReadOnlyDictionary<string, double> Rules,
    IReadOnlyDictionary<string, int> Findings,
    int Crashes)
{
    public static ForeignSeries Of(ForeignProject project, IReadOnlyList<ForeignRound> rounds) => new(
        project.Name,
        project.Files,
        project.Lines,
        rounds[^1].Errors,
        Spread.Of(rounds.Select(round => round.Compile.Seconds * 1000)),
        Spread.Of(rounds.Select(round => round.RuleSeconds * 1000)),
        Spread.Of(rounds.Select(round => round.RuleSeconds / round.Compile.Seconds)),
        rounds[^1].Rules.OrderByDescending(rule => rule.Value).ToDictionary(rule => rule.Key, rule => Math.Round(rule.Value * 1000, 1), StringComparer.Ordinal),
        new SortedDictionary<string, int>(rounds[^1].Findings.CountBy(finding => finding.Id).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
        rounds.Sum(round => round.Crashes.Count));
}
