using System.Globalization;
using AppFlow.Fluent.Benchmarks.Compilations;

namespace AppFlow.Fluent.Benchmarks.Charts;

/// <summary>The cost of analyzers as the project grows.</summary>
internal static class AnalyzerCharts
{
    private const double BuildBudget = 0.03;
    private const double EditBudget = 3;

    /// <summary>
    /// The share of a build's time that is spent in the rules, by size: equal bars mean that the cost grows linearly with the project.
    /// </summary>
    public static string DrawBuilds(AnalyzerResults results) => BarChart.Draw(
        "Time in the rules, compared with compiling without analyzers",
        $"{results.Run.Date}, {results.Run.Machine}; medians of rounds",
        [
            .. results.Builds
                .Where(build => build.ReferencesLibraries && build.RuleMilliseconds.Median > 0 && build.Set != AnalyzerSet.Idle.Name)
                .GroupBy(build => build.Files)
                .Select(size => new BarPanel(
                    Sends(size.Key),
                    [.. size.Select(build => new Bar(build.Title, build.RuleShare.Median, build.RuleShare.Median.ToString("P1", CultureInfo.InvariantCulture), IsOurs(build.Set)))],
                    BuildBudget,
                    "budget 3 %")),
        ]);

    /// <summary>
    /// The cost of an edit of one file beyond an analyzer that does nothing, by size: equal bars mean that it does not depend on the other
    /// files.
    /// </summary>
    public static string DrawEdits(AnalyzerResults results) => BarChart.Draw(
        "An edit of a client token: time beyond an analyzer that looks at nothing",
        $"{results.Run.Date}, {results.Run.Machine}; medians of edits",
        [
            .. results.Edits
                .Where(edit => edit.Kind != nameof(EditKind.Plain) && edit.Set != AnalyzerSet.Idle.Name && edit.Set != AnalyzerSet.None.Name)
                .GroupBy(edit => (edit.Files, edit.Kind))
                .Select(size => new BarPanel(
                    Sends(size.Key.Files) + (size.Key.Kind == nameof(EditKind.Token) ? ": a fluent request's token" : ": a raw request's token"),
                    [.. size.Select(edit => new Bar(edit.Title, edit.BeyondIdle.Median, edit.BeyondIdle.Median.ToString("F1", CultureInfo.InvariantCulture) + " ms", IsOurs(edit.Set)))],
                    EditBudget,
                    "budget 3 ms")),
        ]);

    private static string Sends(int files) => string.Create(CultureInfo.InvariantCulture, $"{files:N0} files, {2 * files:N0} sends, half of them raw");

    private static bool IsOurs(string set) => set == AnalyzerSet.Ours.Name;
}
