using System.CommandLine;
using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary><c>analyzer</c>: what the rules cost a build and an edit.</summary>
internal sealed class AnalyzerCommand : MeasuringCommand
{
    private const int UnmeasuredEdits = 10;

    private static readonly AnalyzerSet[] BuildSets =
    [
        AnalyzerSet.None, AnalyzerSet.Idle, AnalyzerSet.Ours, AnalyzerSet.AwsSdk, AnalyzerSet.SdkDefault, AnalyzerSet.SdkRecommended,
    ];

    private static readonly AnalyzerSet[] EditSets = [AnalyzerSet.None, AnalyzerSet.Idle, AnalyzerSet.Ours, AnalyzerSet.AwsSdk, AnalyzerSet.SdkDefault];

    private readonly Option<int> _rounds = Count("--rounds", "How often the largest project is built with each set of analyzers; smaller ones more often.", 3);
    private readonly Option<int> _edits = Count("--edits", "How many edits of a file are measured.", 40);

    private readonly Option<int[]> _files = new("--files")
    {
        Description = "How many files the projects have.",
        HelpName = "n",
        DefaultValueFactory = _ => [10, 100, 1000],
        AllowMultipleArgumentsPerToken = true,
    };

    public AnalyzerCommand()
        : base("analyzer", "Generated projects of 10, 100 and 1,000 files: builds and edits with our rules, beside the compiler alone, the .NET analyzers and the AWS SDK's.")
    {
        Add(_rounds);
        Add(_edits);
        Add(_files);
    }

    protected override async Task MeasureAsync(ParseResult arguments, RunInfo run, string resultFolder, CancellationToken cancellationToken)
    {
        var sizes = arguments.GetValue(_files)!.Order().ToArray();
        var rounds = arguments.GetValue(_rounds);
        await WarmUpAsync(cancellationToken);

        var builds = new List<BuildSeries>();
        var rules = new List<RuleSeries>();
        var edits = new List<EditSeries>();
        foreach (var files in sizes)
        {
            // A small project's build is short, and so is what disturbs it.
            var more = Math.Clamp(sizes[^1] / files, 1, 3);
            var project = new SampleProject(files);
            Progress($"Building {files} files");
            var measured = await BuildAsync(project, BuildSets, rounds * more, cancellationToken);
            builds.AddRange(Series(project, BuildSets, measured));
            rules.AddRange(RulesOf(files, measured[Array.IndexOf(BuildSets, AnalyzerSet.Ours)]));
            foreach (var kind in Enum.GetValues<EditKind>())
            {
                Progress($"Editing one of {files} files: {kind}");
                foreach (var set in EditSets)
                {
                    var session = await EditSession.RunAsync(project, set, kind, UnmeasuredEdits, arguments.GetValue(_edits), cancellationToken);
                    edits.Add(EditSeries.Of(set, files, kind, session));
                }
            }
        }

        Progress($"Building {sizes[^1]} files without the reference");
        AnalyzerSet[] noneAndOurs = [AnalyzerSet.None, AnalyzerSet.Ours];
        var stranger = new SampleProject(sizes[^1], referencesLibrary: false);
        builds.AddRange(Series(stranger, noneAndOurs, await BuildAsync(stranger, noneAndOurs, rounds, cancellationToken)));

        var results = new AnalyzerResults(run, builds, rules, edits);
        AnalyzerReport.Print(results);
        ResultFile.Write(resultFolder, "analyzer", results);
    }

    // The compiler and the analyzers are compiled by the runtime again, and better, once they have run for a while.
    private static async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        Progress("Warming up");
        var project = new SampleProject(50);
        for (var i = 0; i < 3; i++)
        {
            await BuildAsync(project, BuildSets, 1, cancellationToken);
            foreach (var set in EditSets)
            {
                await EditSession.RunAsync(project, set, EditKind.Token, 0, 30, cancellationToken);
            }
        }
    }

    /// <summary>Every set in every round, each round beginning with another one.</summary>
    private static async Task<List<BuildMeasurement>[]> BuildAsync(SampleProject project, AnalyzerSet[] sets, int rounds, CancellationToken cancellationToken)
    {
        var measured = sets.Select(_ => new List<BuildMeasurement>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < sets.Length; i++)
            {
                var turn = (i + round) % sets.Length;
                measured[turn].Add(await Build.RunAsync(project, sets[turn], cancellationToken));
            }
        }

        return measured;
    }

    private static IEnumerable<BuildSeries> Series(SampleProject project, AnalyzerSet[] sets, List<BuildMeasurement>[] measured) =>
        sets.Select((set, i) => BuildSeries.Of(set, project, measured[i], measured[0]));

    private static IEnumerable<RuleSeries> RulesOf(int files, List<BuildMeasurement> rounds) => rounds
        .SelectMany(round => round.Rules)
        .GroupBy(rule => rule.Key, rule => rule.Value * 1000)
        .OrderBy(rule => rule.Key, StringComparer.Ordinal)
        .Select(rule => new RuleSeries(rule.Key, files, Spread.Of(rule)));
}
