using System.CommandLine;
using Fleet.Outcomes;
using Fleet.Storage;
using Fleet.Watching;
using Spectre.Console;

namespace Fleet.Commands;

/// <summary>Shows a roll-out until it has ended.</summary>
internal sealed class WatchCommand : Command
{
    private readonly StoragePlaceOptions _place = new();

    private readonly Option<string> _release = new("--release")
    {
        Description = "The release to watch.",
        HelpName = "name",
        Required = true,
    };

    private readonly Option<int> _dashboard = DashboardOption.Create(port: 8322);

    public WatchCommand()
        : base("watch", "Shows a roll-out until each target has ended, with the dashboard beside it. Ends with 0 only if none failed.")
    {
        Add(_release);
        Add(_dashboard);
        _place.AddTo(this);
        SetAction((arguments, cancellationToken) => RunAsync(
            _place.Of(arguments), arguments.GetRequiredValue(_release), arguments.GetValue(_dashboard), cancellationToken));
    }

    private static async Task<int> RunAsync(StoragePlace place, string release, int port, CancellationToken cancellationToken)
    {
        if (place.IsMissing)
        {
            return NoRollout(release);
        }

        var storage = place.Open();
        try
        {
            await using var dashboard = await Dashboard.StartAsync(storage, port, cancellationToken);
            Console.WriteLine($"Dashboard on {dashboard.Address}");
            var watch = new RolloutWatch(storage, release);
            var records = await RolloutProgress.RunAsync(progress => watch.RunAsync(progress, cancellationToken));
            if (records.Count == 0)
            {
                return NoRollout(release);
            }

            ClosingTable.Write(records, AnsiConsole.Console);
            return records.Any(record => record.Outcome.State == OutcomeState.Failed) ? ExitCodes.Failed : ExitCodes.Released;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Fail(ExitCodes.Failed, "The roll-out goes on without being watched.");
        }
        catch (DashboardException taken)
        {
            return ExitCodes.Fail(ExitCodes.WrongArguments, taken.Message);
        }
    }

    private static int NoRollout(string release) => ExitCodes.Fail(
        ExitCodes.WrongArguments, $"There is no roll-out of {release} here. Start one with enqueue, with the same --sqlite or --postgres.");
}
