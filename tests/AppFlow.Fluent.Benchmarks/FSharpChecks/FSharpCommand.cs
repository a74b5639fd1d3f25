using System.CommandLine;
using System.Globalization;
using AppFlow.Fluent.Benchmarks.Packages;
using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.FSharpChecks;

/// <summary><c>fsharp</c>: the check of an F# project, beside the F# compiler.</summary>
internal sealed class FSharpCommand : MeasuringCommand
{
    private readonly Option<int> _rounds = Count("--rounds", "How often every project is built with and without the checker.", 5);

    private readonly Option<int[]> _files = new("--files")
    {
        Description = "How many files the projects have.",
        HelpName = "n",
        DefaultValueFactory = _ => [5, 100],
        AllowMultipleArgumentsPerToken = true,
    };

    public FSharpCommand()
        : base("fsharp", "Generated F# projects, built with the packages: the check's time and CPU beside the F# compiler's, and a build with nothing changed.")
    {
        Add(_rounds);
        Add(_files);
    }

    protected override async Task MeasureAsync(ParseResult arguments, RunInfo run, string resultFolder, CancellationToken cancellationToken)
    {
        Progress("Packing the library and the checker");
        string[] projects = [.. PackedProjects.Library, "analyzers/AppFlow.Fluent.FSharp.Analyzers.Package"];
        var packages = await PackedProjects.PackAsync("fsharp", projects, [], cancellationToken);
        var series = new List<FSharpSeries>();
        foreach (var files in arguments.GetValue(_files)!.Order())
        {
            var project = await FSharpProject.CreateAsync(files, packages, cancellationToken);
            var rounds = new List<FSharpRound>();
            // One more, which is not measured: it fills the caches of the system.
            for (var round = -1; round < arguments.GetValue(_rounds); round++)
            {
                Progress($"Building {files} files: {(round < 0 ? "warm-up" : $"round {round + 1}")}");
                var measured = await BuildAsync(project, checkedFirst: round % 2 != 0, cancellationToken);
                if (round >= 0)
                {
                    rounds.Add(measured);
                }
            }

            series.Add(FSharpSeries.Of(project, rounds));
        }

        var results = new FSharpResults(run, series);
        Print(results);
        ResultFile.Write(resultFolder, "fsharp", results);
    }

    private static async Task<FSharpRound> BuildAsync(FSharpProject project, bool checkedFirst, CancellationToken cancellationToken)
    {
        var before = checkedFirst ? null : await project.CompileAsync(check: false, cancellationToken);
        var withChecker = await project.CompileAsync(check: true, cancellationToken);
        var unchanged = await project.BuildUnchangedAsync(cancellationToken);
        return new FSharpRound(before ?? await project.CompileAsync(check: false, cancellationToken), withChecker, unchanged);
    }

    private static void Print(FSharpResults results)
    {
        Console.WriteLine($"\n### The check of an F# project\n\n{results.Run}\n\nMedian (least–greatest) of the rounds; ratios are to the F# compiler's process in the same build.\n");
        var table = new MarkdownTable(["of a build", .. results.Series.Select(series => $"{Number(series.Files)} files, {Number(series.Lines)} lines")]);
        void Row(string title, Func<FSharpSeries, string> cell) => table.Add([title, .. results.Series.Select(cell)]);
        Row("without the checker, s", series => series.BuildSeconds.Show("F2"));
        Row("with the checker, s", series => series.CheckedBuildSeconds.Show("F2"));
        Row("compiler, s", series => series.CompilerSeconds.Show("F2"));
        Row("compiler, CPU s", series => series.CompilerCpuSeconds.Show("F2"));
        Row("check, s", series => series.CheckSeconds.Show("F2"));
        Row("check, CPU s", series => series.CheckCpuSeconds.Show("F2"));
        Row("check to compiler", series => series.Ratio.Show("F2", "×"));
        Row("check to compiler, CPU", series => series.CpuRatio.Show("F2", "×"));
        Row("nothing changed, s", series => series.UnchangedSeconds.Show("F2"));
        Row("checks where nothing changed", series => Number(series.UnchangedChecks));
        Row("warnings", series => Number(series.Findings));
        Console.Write(table);
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
