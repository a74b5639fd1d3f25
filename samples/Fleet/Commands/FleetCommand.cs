using System.CommandLine;
using Fleet.Rehearsing;
using Fleet.Storage;
using Fleet.Watching;

namespace Fleet.Commands;

/// <summary>The program: without a command it rehearses a roll-out.</summary>
internal sealed class FleetCommand : RootCommand
{
    private readonly StoragePlaceOptions _place = new();
    private readonly Option<int> _targets = Count("--targets", "How many targets there are.", 200, least: 10);
    private readonly Option<int> _workers = Count("--workers", "How many worker processes there are.", 2, least: 1);
    private readonly Option<int> _kills = Count("--kills", "How many of them are killed with kill -9, and replaced, meanwhile.", 1, least: 0);
    private readonly Option<int> _seed = Count("--seed", "The seed of faults and kills.", 7, least: 0);
    private readonly Option<int> _dashboard = DashboardOption.Create(port: 0);
    private readonly Option<int> _latency = Count("--latency", "How many milliseconds an emulated region takes for an update.", 100, least: 0);

    public FleetCommand()
        : base("Rolls one release of a connector out over many accounts and regions, each target once. Without a command it rehearses that: three emulated regions, some faults, workers that are killed; then the regions' ledgers are held against what was asked. Ends with 0 only if each target got the release once.")
    {
        foreach (var option in (Option[])[_targets, _workers, _kills, _seed, _dashboard, _latency])
        {
            Add(option);
        }

        _place.AddTo(this);
        Add(new EnqueueCommand());
        Add(new WorkCommand());
        Add(new WatchCommand());
        SetAction((arguments, cancellationToken) => RehearseAsync(arguments, cancellationToken));
    }

    /// <summary>Runs a command line, and returns the exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var parsed = new FleetCommand().Parse(arguments);
        try
        {
            var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count == 0 ? exitCode : ExitCodes.WrongArguments;
        }
        catch (Exception failure) when (StorageFault.Of(failure) is { } fault)
        {
            return ExitCodes.Fail(ExitCodes.Failed, fault);
        }
    }

    private async Task<int> RehearseAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            var report = await new Rehearsal(
                new RehearsalOptions
                {
                    Targets = arguments.GetValue(_targets),
                    Workers = arguments.GetValue(_workers),
                    Kills = arguments.GetValue(_kills),
                    Seed = arguments.GetValue(_seed),
                    DashboardPort = arguments.GetValue(_dashboard),
                    Latency = TimeSpan.FromMilliseconds(arguments.GetValue(_latency)),
                    Postgres = _place.Of(arguments).Postgres,
                },
                [WorkCommand.CommandName, WorkCommand.UntilStdinCloses]).RunAsync(cancellationToken);
            return report.IsClean ? ExitCodes.Released : ExitCodes.Failed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Fail(ExitCodes.Failed, "The rehearsal was stopped.");
        }
        catch (DashboardException taken)
        {
            return ExitCodes.Fail(ExitCodes.WrongArguments, taken.Message);
        }
    }

    private static Option<int> Count(string name, string description, int value, int least)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "number", DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < least)
            {
                result.AddError($"{name} must be at least {least}.");
            }
        });
        return option;
    }
}
