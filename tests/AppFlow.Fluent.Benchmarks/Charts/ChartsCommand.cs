using System.CommandLine;
using AppFlow.Fluent.Benchmarks.Calls;
using AppFlow.Fluent.Benchmarks.Compilations;
using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Charts;

/// <summary><c>charts</c>: pictures of the saved numbers.</summary>
internal sealed class ChartsCommand : Command
{
    private readonly Option<string> _results = new("--results")
    {
        Description = "The folder with the numbers as JSON; the repository's own when it is not given.",
        HelpName = "folder",
        DefaultValueFactory = _ => Repository.Results,
    };

    private readonly Option<string> _output = new("--output")
    {
        Description = "The folder that the pictures are written to; the repository's own when it is not given.",
        HelpName = "folder",
        DefaultValueFactory = _ => Repository.Charts,
    };

    public ChartsCommand()
        : base("charts", "Draws what call and analyzer have saved: SVG files that read well on light and on dark.")
    {
        Add(_results);
        Add(_output);
        SetAction(arguments =>
        {
            var results = arguments.GetValue(_results)!;
            var output = arguments.GetValue(_output)!;
            Directory.CreateDirectory(output);
            if (ResultFile.Read<CallResults>(results, "call") is { } calls)
            {
                Write(output, "calls.svg", CallChart.Draw(calls));
            }

            if (ResultFile.Read<AnalyzerResults>(results, "analyzer") is { } analyzer)
            {
                Write(output, "analyzer-builds.svg", AnalyzerCharts.DrawBuilds(analyzer));
                Write(output, "analyzer-edits.svg", AnalyzerCharts.DrawEdits(analyzer));
            }
        });
    }

    private static void Write(string folder, string name, string picture)
    {
        File.WriteAllText(Path.Combine(folder, name), picture);
        Console.WriteLine(name);
    }
}
