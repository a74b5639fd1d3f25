using System.CommandLine;
using System.Globalization;

namespace AppFlow.Fluent.Soak;

/// <summary>The command line, and what it runs.</summary>
internal sealed class SoakCommand : RootCommand
{
    private readonly Option<int> _calls = new("--calls")
    {
        Description = "How many calls to carry out, at least 20.",
        HelpName = "count",
        DefaultValueFactory = _ => 20_000,
    };

    private readonly Option<int> _seed = new("--seed")
    {
        Description = "What faults, time-outs and cancellations are drawn from.",
        HelpName = "number",
        DefaultValueFactory = _ => 7,
    };

    public SoakCommand()
        : base("Drives concurrent registrations and updates through a storm of faults and holds the service's ledger against what was asked. Ends with 0 only if nothing is lost or doubled.")
    {
        _calls.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 20)
            {
                result.AddError("--calls must be at least 20.");
            }
        });
        Add(_calls);
        Add(_seed);
        Add(new StepsCommand());
        SetAction((arguments, cancellationToken) => RunAsync(
            new SoakOptions { Calls = arguments.GetValue(_calls), Seed = arguments.GetValue(_seed) }, cancellationToken));
    }

    private static async Task<int> RunAsync(SoakOptions options, CancellationToken cancellationToken)
    {
        var report = await Soak.RunAsync(options, cancellationToken).ConfigureAwait(false);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Soak of {options.Calls} calls, seed {options.Seed}"));
        Console.WriteLine();
        Console.Write(report);
        Console.WriteLine();
        Console.WriteLine(report.IsClean ? "Every change was applied exactly once." : report.WasStorm ? "Something was lost or doubled." : "There was no storm: the soak proves nothing.");
        return report.IsClean ? 0 : 1;
    }
}
