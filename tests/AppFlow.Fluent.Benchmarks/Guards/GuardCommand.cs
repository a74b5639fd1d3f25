using System.CommandLine;
using AppFlow.Fluent.Benchmarks.Calls;
using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Guards;

/// <summary>Checks counts against their limits. Nothing here is a time, so the result is the same on every machine.</summary>
internal sealed class GuardCommand : Command
{
    private const string TieredCompilation = "DOTNET_TieredCompilation";

    public GuardCommand()
        : base("guard", "Holds bytes per request and per call, trees read per edit and bodies per build to their bounds; ends with 1 where one is exceeded.") =>
        SetAction(RunAsync);

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        // Tiered compilation may change a method's allocations by its profile; without it they are fixed.
        if (Environment.GetEnvironmentVariable(TieredCompilation) != "0")
        {
            return await OwnProcess.RunAsync("guard", (TieredCompilation, "0"), cancellationToken);
        }

        Guard[] guards =
        [
            .. AllocationGuards.All(),
            .. await AnalysisGuards.AllAsync(cancellationToken),
        ];
        var table = new MarkdownTable("what", "count", "at most", "holds");
        foreach (var guard in guards)
        {
            table.Add(guard.What, $"{guard.Count}", $"{guard.AtMost}", guard.Holds ? "yes" : "NO");
        }

        Console.WriteLine(table);
        return guards.All(guard => guard.Holds) ? 0 : 1;
    }
}
