using System.CommandLine;
using System.Globalization;

namespace AppFlow.Fluent.Soak;

/// <summary>The command line of the soak.</summary>
internal sealed class SoakCommand : RootCommand
{
    /// <summary>The storms by name.</summary>
    public static IReadOnlyDictionary<string, SoakStorm> Storms { get; } = new Dictionary<string, SoakStorm>(StringComparer.Ordinal)
    {
        ["faults"] = SoakStorm.Faults,
        ["retrying-handler"] = SoakStorm.RetryingHandler,
        ["clock-jumps"] = SoakStorm.ClockJumps,
    };

    private readonly Option<int> _calls = new("--calls")
    {
        Description = "How many calls to make, at least 20.",
        HelpName = "count",
        DefaultValueFactory = _ => 20_000,
    };

    private readonly Option<int> _seed = new("--seed")
    {
        Description = "The seed for faults, time-outs and cancellations.",
        HelpName = "number",
        DefaultValueFactory = _ => 7,
    };

    private readonly Option<string> _storm = new("--storm")
    {
        Description = "What is added to the service's faults: nothing (faults), a handler below the clients that resends at random (retrying-handler), or a machine that sleeps for hours (clock-jumps).",
        HelpName = "storm",
        DefaultValueFactory = _ => "faults",
    };

    public SoakCommand()
        : base("Runs concurrent registrations and updates in a storm of faults and compares the service's ledger with the requested calls. Exits with 0 only if nothing is lost, duplicated or wrongly reported.")
    {
        _calls.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 20)
            {
                result.AddError("--calls must be at least 20.");
            }
        });
        _storm.AcceptOnlyFromAmong([.. Storms.Keys]);
        Add(_calls);
        Add(_seed);
        Add(_storm);
        Add(new StepsCommand());
        SetAction((arguments, cancellationToken) => RunAsync(
            arguments.GetRequiredValue(_storm),
            new SoakOptions
            {
                Calls = arguments.GetValue(_calls),
                Seed = arguments.GetValue(_seed),
                Storm = Storms[arguments.GetRequiredValue(_storm)],
            },
            cancellationToken));
    }

    private static async Task<int> RunAsync(string storm, SoakOptions options, CancellationToken cancellationToken)
    {
        var report = await SoakProgress.RunAsync(options, cancellationToken).ConfigureAwait(false);
        return Close(storm, options, report);
    }

    /// <summary>Writes the report and returns the exit code.</summary>
    public static int Close(string storm, SoakOptions options, SoakReport report)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Soak of {options.Calls} calls, seed {options.Seed}, storm {storm}"));
        Console.WriteLine();
        Console.Write(report);
        Console.WriteLine();
        Console.WriteLine(report.IsClean ? "Every change was applied exactly once."
            : report.WasStorm ? "Something was lost, duplicated or wrongly reported."
            : "There was no storm: the soak proves nothing.");
        return report.IsClean ? 0 : 1;
    }
}
