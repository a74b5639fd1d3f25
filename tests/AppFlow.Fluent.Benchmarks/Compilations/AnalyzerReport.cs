using System.Globalization;
using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>The tables of <c>analyzer</c>.</summary>
internal static class AnalyzerReport
{
    public static void Print(AnalyzerResults results)
    {
        Console.WriteLine($"\n### Analyzers\n\n{results.Run}\n\nMedian (least–greatest) of the rounds; shares are of the compiler's run without analyzers in the same round.");
        foreach (var project in results.Builds.GroupBy(build => (build.Files, build.ReferencesLibraries)))
        {
            Console.WriteLine($"\nBuilds on one thread of {Number(project.Key.Files)} files{(project.Key.ReferencesLibraries ? $", {Number(2 * project.Key.Files)} sends, half of them raw requests of the AWS SDK" : ", no reference to AppFlow.Fluent or the AWS SDK")}:\n");
            var table = new MarkdownTable("with", "CPU ms added", "to the compile", "in the rules, ms", "to the compile", "µs per file", "KB added per file", "reported");
            table.Add("the compiler alone", project.First().CompileMilliseconds.Show("N0"), "100 %", "", "", "", "", "");
            foreach (var build in project)
            {
                table.Add(
                    build.Title,
                    build.AddedMilliseconds.Show("N0"),
                    build.AddedShare.Show("P1"),
                    build.RuleMilliseconds.Show("N1"),
                    build.RuleShare.Show("P1"),
                    (build.RuleMilliseconds.Median * 1000 / build.Files).ToString("N0", CultureInfo.InvariantCulture),
                    (build.AddedKilobytes.Median / build.Files).ToString("N0", CultureInfo.InvariantCulture),
                    Number(build.Reported));
            }

            Console.Write(table);
        }

        PrintRules(results);
        PrintEdits(results);
    }

    private static void PrintRules(AnalyzerResults results)
    {
        var sizes = results.Rules.Select(rule => rule.Files).Distinct().ToList();
        Console.WriteLine("\nTime in each of our rules during a build, µs per file of the project:\n");
        var table = new MarkdownTable(["rules", .. sizes.Select(files => $"{Number(files)} files")]);
        foreach (var rule in results.Rules.GroupBy(rule => rule.Rules))
        {
            table.Add([rule.Key, .. sizes.Select(files => PerFile(rule.First(series => series.Files == files)))]);
        }

        Console.Write(table);
    }

    private static void PrintEdits(AnalyzerResults results)
    {
        Console.WriteLine("\nOne file edited: ms from the new text to that file's diagnostics, KB allocated, trees that the token index read again; beyond idle: than an analyzer that looks at nothing took in the same round:\n");
        var table = new MarkdownTable("edit", "with", "files", "ms", "beyond idle", "KB", "trees");
        foreach (var edit in results.Edits.OrderBy(edit => edit.Files).ThenBy(edit => Enum.Parse<EditKind>(edit.Kind)))
        {
            table.Add(
                edit.Kind switch
                {
                    nameof(EditKind.Plain) => "no token",
                    nameof(EditKind.Token) => "a fluent token",
                    _ => "a raw token",
                },
                edit.Title,
                Number(edit.Files),
                edit.Milliseconds.Show("F1"),
                edit.BeyondIdle.Show("F1"),
                Number((int)edit.Kilobytes),
                Number(edit.TreesRead));
        }

        Console.Write(table);
    }

    private static string PerFile(RuleSeries rule) => (rule.Milliseconds.Median * 1000 / rule.Files).ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
