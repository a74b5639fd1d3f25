using System.CommandLine;
using System.Globalization;
using AppFlow.Fluent.Benchmarks.Compilations;
using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Foreign;

/// <summary><c>foreign</c>: the rules over code that others wrote; fails when a rule throws.</summary>
internal sealed class ForeignCommand : MeasuringCommand
{
    private readonly Option<int> _rounds = Count("--rounds", "How often each project is compiled.", 3);

    private readonly Option<string[]> _packages = new("--packages")
    {
        Description = "The packages, by the names of their assemblies.",
        HelpName = "name",
        DefaultValueFactory = _ => [.. ForeignLibraries.Compiled],
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _source = new("--source")
    {
        Description = "A folder of C# files to compile instead of the packages, with references to them.",
        HelpName = "folder",
    };

    private readonly Option<bool> _list = new("--list") { Description = "Prints every finding." };

    public ForeignCommand()
        : base("foreign", "Code of others, decompiled from packages, compiled with and without our rules: their share of the time, what they find, and that none throws.")
    {
        Add(_rounds);
        Add(_packages);
        Add(_source);
        Add(_list);
    }

    protected override async Task MeasureAsync(ParseResult arguments, RunInfo run, string resultFolder, CancellationToken cancellationToken)
    {
        if (!CompilerRuntime.IsAsCompilers)
        {
            await CompilerRuntime.StartAgainAsync(cancellationToken);
            return;
        }

        Progress("Restoring the packages");
        var libraries = await ForeignLibraries.RestoreAsync(cancellationToken);
        var source = arguments.GetValue(_source);
        var projects = source is null
            ? arguments.GetValue(_packages)!.Select(package => Decompile(libraries, package, cancellationToken)).ToList()
            : [new ForeignProject(Path.GetFileName(Path.GetFullPath(source)), source, libraries.ReferencesOf(null))];

        await WarmUpAsync(cancellationToken);
        var series = new List<ForeignSeries>();
        var crashes = new List<string>();
        foreach (var project in projects)
        {
            Progress($"Compiling {project.Name}");
            await ForeignRound.RunAsync(project, cancellationToken);
            var rounds = new List<ForeignRound>();
            for (var round = 0; round < arguments.GetValue(_rounds); round++)
            {
                rounds.Add(await ForeignRound.RunAsync(project, cancellationToken));
            }

            series.Add(ForeignSeries.Of(project, rounds));
            crashes.AddRange(rounds.SelectMany(round => round.Crashes));
            if (arguments.GetValue(_list))
            {
                foreach (var finding in rounds[^1].Findings)
                {
                    Console.WriteLine(finding);
                }
            }
        }

        Print(run, series);
        if (source is null)
        {
            ResultFile.Write(resultFolder, "foreign", new ForeignResults(run, series));
        }

        if (crashes.Count > 0)
        {
            throw new InvalidOperationException("A rule threw:\n" + string.Join('\n', crashes.Distinct()));
        }
    }

    // The runtime recompiles the compiler and the analyzers with optimisations after a while. Few packages have the bodies that take long.
    private static async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        Progress("Warming up");
        var sample = new SampleProject(50);
        for (var i = 0; i < 5; i++)
        {
            await Build.AnalyzeAsync(sample, AnalyzerSet.Ours, cancellationToken);
        }
    }

    private static ForeignProject Decompile(ForeignLibraries libraries, string package, CancellationToken cancellationToken)
    {
        Progress($"Decompiling {package}");
        return new ForeignProject(package, Decompilation.Decompile(libraries, package, cancellationToken), libraries.ReferencesOf(package));
    }

    private static void Print(RunInfo run, List<ForeignSeries> series)
    {
        Console.WriteLine($"\n### The rules over code of others\n\n{run}\n\nMedian (least–greatest) of the rounds, on one thread; shares are of the compiler's run without analyzers in the same round. Code with errors is not emitted, so that the compiler takes less time.\n");
        var table = new MarkdownTable("package", "files", "lines", "errors", "compile, ms", "in the rules, ms", "to the compile", "findings", "crashes");
        foreach (var project in series)
        {
            table.Add(
                project.Project,
                Number(project.Files),
                Number(project.Lines),
                Number(project.Errors),
                project.CompileMilliseconds.Show("N0"),
                project.RuleMilliseconds.Show("N1"),
                project.RuleShare.Show("P1"),
                project.Findings.Count == 0 ? "none" : string.Join(", ", project.Findings.Select(rule => $"{rule.Key} {rule.Value}")),
                Number(project.Crashes));
        }

        Console.Write(table);
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
