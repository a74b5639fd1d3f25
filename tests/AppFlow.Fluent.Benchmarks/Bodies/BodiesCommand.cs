using System.CommandLine;
using System.Globalization;
using AppFlow.Fluent.Benchmarks.Compilations;
using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Bodies;

/// <summary><c>bodies</c>: how the rules' time grows when a method has twice as many sends.</summary>
internal sealed class BodiesCommand : MeasuringCommand
{
    private readonly Option<int> _rounds = Count("--rounds", "How often each method is built.", 7);

    public BodiesCommand()
        : base("bodies", "Methods with hundreds of sends, and with twice as many: the time in our rules.") => Add(_rounds);

    protected override async Task MeasureAsync(ParseResult arguments, RunInfo run, string resultFolder, CancellationToken cancellationToken)
    {
        if (!CompilerRuntime.IsAsCompilers)
        {
            await CompilerRuntime.StartAgainAsync(cancellationToken);
            return;
        }

        var series = new List<BodySeries>();
        foreach (var body in LargeBody.All)
        {
            Progress($"Building: {body.Title}");
            series.Add(await MeasureAsync(body, arguments.GetValue(_rounds), cancellationToken));
        }

        Print(run, series);
        ResultFile.Write(resultFolder, Name, new BodiesResults(run, series));
    }

    private static async Task<BodySeries> MeasureAsync(LargeBody body, int rounds, CancellationToken cancellationToken)
    {
        var (small, large) = (body.Project(body.Sends), body.Project(2 * body.Sends));
        var measured = new List<(double Small, double Large)>();

        // The first rounds compile the rules.
        const int Unmeasured = 3;
        for (var round = 0; round < Unmeasured + rounds; round++)
        {
            var pair = (await RuleMillisecondsAsync(small, cancellationToken), await RuleMillisecondsAsync(large, cancellationToken));
            if (round >= Unmeasured)
            {
                measured.Add(pair);
            }
        }

        return new BodySeries(
            body.Title,
            body.Sends,
            Spread.Of(measured.Select(pair => pair.Small)),
            Spread.Of(measured.Select(pair => pair.Large)),
            Spread.Of(measured.Select(pair => pair.Large / pair.Small)));
    }

    private static async Task<double> RuleMillisecondsAsync(SampleProject project, CancellationToken cancellationToken) =>
        1000 * (await Build.AnalyzeAsync(project, AnalyzerSet.Ours, cancellationToken)).Rules.Values.Sum();

    private static void Print(RunInfo run, List<BodySeries> series)
    {
        Console.WriteLine($"\n### One method with many sends\n\n{run}\n\nMedian (least–greatest) of the rounds.\n");
        var table = new MarkdownTable("sends", "number", "in the rules, ms", "twice the number, ms", "growth");
        foreach (var body in series)
        {
            table.Add(
                body.Title,
                body.Sends.ToString(CultureInfo.InvariantCulture),
                body.Milliseconds.Show("F1"),
                body.DoubleMilliseconds.Show("F1"),
                body.Growth.Show("F2", "×"));
        }

        Console.Write(table);
    }
}
