using System.CommandLine;
using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary><c>analyzer</c>: the cost of the rules for a build and an edit.</summary>
internal sealed class AnalyzerCommand : MeasuringCommand
{
    private const int UnmeasuredEdits = 10;

    private static readonly AnalyzerSet[] Sets = [AnalyzerSet.None, AnalyzerSet.Idle, AnalyzerSet.Ours, AnalyzerSet.AwsSdk, AnalyzerSet.Sdk];

    private readonly Option<int> _rounds = Count("--rounds", "How often the largest project is built with each set of analyzers; smaller ones more often.", 2);
    private readonly Option<int> _edits = Count("--edits", "How many edits of a file are measured.", 40);

    private readonly Option<int[]> _files = new("--files")
    {
        Description = "How many files the projects have.",
        HelpName = "n",
        DefaultValueFactory = _ => [10, 100, 1000],
        AllowMultipleArgumentsPerToken = true,
    };

    public AnalyzerCommand()
        : base("analyzer", "Generated projects of 10, 100 and 1,000 files with two sends each, one of AppFlow.Fluent and one of the AWS SDK: builds and edits with our rules, beside the compiler alone, the .NET analyzers and the AWS SDK's.")
    {
        Add(_rounds);
        Add(_edits);
        Add(_files);
    }

    protected override async Task MeasureAsync(ParseResult arguments, RunInfo run, string resultFolder, CancellationToken cancellationToken)
    {
        if (!CompilerRuntime.IsAsCompilers)
        {
            await CompilerRuntime.StartAgainAsync(cancellationToken);
            return;
        }

        var sizes = arguments.GetValue(_files)!.Order().ToArray();
        var rounds = arguments.GetValue(_rounds);
        await WarmUpAsync(cancellationToken);

        var builds = new List<BuildSeries>();
        var rules = new List<RuleSeries>();
        var edits = new List<EditSeries>();
        foreach (var files in sizes)
        {
            // A small project's build is short, so noise has more influence.
            var more = Math.Clamp(sizes[^1] / files, 1, 3);
            var project = new SampleProject(files);
            Progress($"Building {files} files");
            var measured = await BuildAsync(project, Sets, rounds * more, cancellationToken);
            builds.AddRange(Sets.Skip(1).Select(set => BuildSeries.Of(set, project, measured)));
            rules.AddRange(RulesOf(files, measured));
            foreach (var kind in Enum.GetValues<EditKind>())
            {
                Progress($"Editing one of {files} files: {kind}");
                edits.AddRange(await EditAsync(project, kind, arguments.GetValue(_edits), cancellationToken));
            }
        }

        Progress($"Building {sizes[^1]} files without the references");
        AnalyzerSet[] noneAndOurs = [AnalyzerSet.None, AnalyzerSet.Ours];
        var stranger = new SampleProject(sizes[^1], referencesLibraries: false, sends: false);
        builds.Add(BuildSeries.Of(AnalyzerSet.Ours, stranger, await BuildAsync(stranger, noneAndOurs, rounds, cancellationToken)));

        var results = new AnalyzerResults(run, builds, rules, edits);
        AnalyzerReport.Print(results);
        ResultFile.Write(resultFolder, "analyzer", results);
    }

    // The runtime recompiles the compiler and the analyzers with optimisations after a while.
    private static async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        Progress("Warming up");
        var project = new SampleProject(50);
        for (var i = 0; i < 3; i++)
        {
            await BuildAsync(project, Sets, 1, cancellationToken);
            foreach (var set in Sets)
            {
                await EditSession.RunAsync(project, set, EditKind.Token, 0, 30, cancellationToken);
            }
        }
    }

    /// <summary>Every set in every round; each round starts with another set.</summary>
    private static async Task<List<BuildRound>> BuildAsync(SampleProject project, AnalyzerSet[] sets, int count, CancellationToken cancellationToken)
    {
        var rounds = new List<BuildRound>();
        for (var round = 0; round < count; round++)
        {
            var compile = Build.Compile(project, cancellationToken);
            var analyses = new Dictionary<AnalyzerSet, BuildMeasurement>();
            for (var i = 0; i < sets.Length; i++)
            {
                var set = sets[(i + round) % sets.Length];
                analyses.Add(set, await Build.AnalyzeAsync(project, set, cancellationToken));
            }

            rounds.Add(new BuildRound(compile, analyses));
        }

        return rounds;
    }

    /// <summary>The same edit with every set, one after another; each round starts with another set.</summary>
    private static async Task<IEnumerable<EditSeries>> EditAsync(SampleProject project, EditKind kind, int count, CancellationToken cancellationToken)
    {
        var sessions = new List<EditSession>();
        foreach (var set in Sets)
        {
            sessions.Add(await EditSession.OpenAsync(project, set, cancellationToken));
        }

        var measured = Sets.ToDictionary(set => set, _ => new List<EditMeasurement>());
        for (var round = 0; round < UnmeasuredEdits + count; round++)
        {
            for (var i = 0; i < Sets.Length; i++)
            {
                var at = (i + round) % Sets.Length;
                var edit = await sessions[at].EditAsync(kind, round, cancellationToken);
                if (round >= UnmeasuredEdits)
                {
                    measured[Sets[at]].Add(edit);
                }
            }
        }

        return Sets.Select(set => EditSeries.Of(set, project.Files, kind, measured[set], measured[AnalyzerSet.Idle]));
    }

    private static IEnumerable<RuleSeries> RulesOf(int files, List<BuildRound> rounds) => rounds
        .SelectMany(round => round.Analyses[AnalyzerSet.Ours].Rules)
        .GroupBy(rule => rule.Key, rule => rule.Value * 1000)
        .OrderBy(rule => rule.Key, StringComparer.Ordinal)
        .Select(rule => new RuleSeries(rule.Key, files, Spread.Of(rule)));
}
