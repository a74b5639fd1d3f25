using System.Globalization;
using AppFlow.Fluent.Benchmarks.Compilations;

namespace AppFlow.Fluent.Benchmarks.Charts;

/// <summary>What analyzers cost as the project grows.</summary>
internal static class AnalyzerCharts
{
    private const double BuildBudget = 0.05;
    private const double EditBudget = 20;

    /// <summary>The share of a build's time that is spent in the rules, by size: level bars mean that the cost grows as the project does.</summary>
    public static string DrawBuilds(AnalyzerResults results) => BarChart.Draw(
        "Time in the rules, compared with compiling without analyzers",
        $"{results.Run.Date}, {results.Run.Machine}; medians of rounds",
        [
            .. results.Builds
                .Where(build => build.ReferencesLibrary && build.RuleMilliseconds.Median > 0 && build.Set != AnalyzerSet.Idle.Name)
                .GroupBy(build => build.Files)
                .Select(size => new BarPanel(
                    Sends(size.Key),
                    [.. size.Select(build => new Bar(build.Title, build.RuleShare.Median, build.RuleShare.Median.ToString("P1", CultureInfo.InvariantCulture), IsOurs(build.Set)))],
                    BuildBudget,
                    "budget 5 %")),
        ]);

    /// <summary>From the new text of one file to its diagnostics, by size: level bars mean that an edit does not pay for the other files.</summary>
    public static string DrawEdits(AnalyzerResults results) => BarChart.Draw(
        "An edit of a client token: from the new text to the file's diagnostics",
        $"{results.Run.Date}, {results.Run.Machine}; medians of edits",
        [
            .. results.Edits
                .Where(edit => edit.Kind == nameof(EditKind.Token) && edit.Set != AnalyzerSet.Idle.Name)
                .GroupBy(edit => edit.Files)
                .Select(size => new BarPanel(
                    Sends(size.Key),
                    [.. size.Select(edit => new Bar(edit.Title, edit.Milliseconds.Median, edit.Milliseconds.Median.ToString("F1", CultureInfo.InvariantCulture) + " ms", IsOurs(edit.Set)))],
                    EditBudget,
                    "budget 20 ms")),
        ]);

    private static string Sends(int files) => string.Create(CultureInfo.InvariantCulture, $"{files:N0} files, {2 * files:N0} sends");

    private static bool IsOurs(string set) => set == AnalyzerSet.Ours.Name;
}
