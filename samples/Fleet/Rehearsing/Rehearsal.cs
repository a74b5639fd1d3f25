using System.Diagnostics;
using System.Globalization;
using AppFlow.Fluent.Emulator;
using Fleet.Jobs;
using Fleet.Outcomes;
using Fleet.Releases;
using Fleet.Storage;
using Fleet.Targets;
using Fleet.Watching;
using Spectre.Console;

namespace Fleet.Rehearsing;

/// <summary>
/// A roll-out from the file of targets to the closing table, against emulated regions with faults, with workers that are killed. Then the same
/// roll-out once more, when the service has forgotten every token.
/// </summary>
internal sealed class Rehearsal(RehearsalOptions options, IReadOnlyList<string> workCommand)
{
    private static readonly (string Account, string Region)[] Places =
        [("111111111111", "us-east-1"), ("222222222222", "eu-central-1"), ("333333333333", "ap-southeast-2")];

    private static readonly TimeSpan Invisibility = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(8) + TimeSpan.FromSeconds(1);

    private const int Unreachable = 2;

    private readonly Stopwatch _time = Stopwatch.StartNew();

    public async Task<RehearsalReport> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("fleet-");
        var regions = new List<EmulatedRegion>();
        try
        {
            foreach (var (account, region) in Places)
            {
                var connectors = (options.Targets - Unreachable + Places.Length - 1 - regions.Count) / Places.Length;
                regions.Add(await EmulatedRegion.StartAsync(account, region, connectors, cancellationToken));
            }

            Target[] unreachables =
            [
                new(regions[0].Account, regions[0].Region, "not-registered", Endpoint: regions[0].Endpoint),
                new("444444444444", regions[1].Region, "orders-0001", Endpoint: regions[1].Endpoint),
            ];
            var csv = Path.Combine(folder.FullName, "targets.csv");
            TargetCsv.Write(csv, [.. regions.SelectMany(region => region.Targets), .. unreachables]);
            Tell($"{options.Targets} targets in {regions.Count} emulated accounts and regions; {Unreachable} must fail, and one does until its policy is put right");

            var place = new StoragePlace(Path.Combine(folder.FullName, "fleet.db"), options.Postgres, Invisibility);
            return await RollOutAsync(csv, unreachables, place, folder.FullName, regions, cancellationToken);
        }
        finally
        {
            foreach (var region in regions)
            {
                await region.DisposeAsync();
            }

            folder.Delete(recursive: true);
        }
    }

    private async Task<RehearsalReport> RollOutAsync(
        string csv, IReadOnlyList<Target> mustFail, StoragePlace place, string folder, List<EmulatedRegion> regions, CancellationToken cancellationToken)
    {
        // A PostgreSQL database that is used again needs a new name, for which there is no book yet.
        var release = new Release(
            place.Postgres is null ? "release-42" : string.Create(CultureInfo.InvariantCulture, $"release-42.{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}"),
            "adds paging");
        var storage = place.Open();
        await using var dashboard = await Dashboard.StartAsync(storage, options.DashboardPort, cancellationToken);
        Tell($"the dashboard is on {dashboard.Address}");

        using var workers = new WorkerPool(workCommand, place, folder, options.Workers);
        workers.Start();
        var targets = TargetFile.Read(csv);
        var failsAtFirst = regions[^1].Targets[^1];
        SetWeather(regions, failsAtFirst);
        Tell($"{release.Name} is being enqueued; {options.Workers} worker processes, {options.Kills} to be killed");
        var watch = new RolloutWatch(storage, release.Name);
        var kills = new KillPlan(options.Seed, options.Kills, targets.Count, options.Workers);
        var first = await WatchAsync(progress => new Killing(progress, kills, workers, Tell, cancellationToken));
        await workers.StopAsync(cancellationToken);
        Tell("the roll-out has ended");
        ClosingTable.Write(first, AnsiConsole.Console);

        foreach (var region in regions)
        {
            region.AdvanceClock(TokenLifetime);
        }

        SetWeather(regions, refused: null);
        workers.Start();
        Tell("8 hours later, every token forgotten, the policy put right: the same release once more");
        var again = await WatchAsync(progress => progress);
        await workers.StopAsync(cancellationToken);

        return await CompareAsync(release, mustFail, failsAtFirst, regions, first, again, workers.Killed.Count, watch.Lost, cancellationToken);

        // An operator enqueues in one place and watches in another, at the same time.
        async Task<IReadOnlyList<TargetRecord>> WatchAsync(Func<IProgress<RolloutCount>, IProgress<RolloutCount>> also)
        {
            var queue = new JobQueue(storage);
            queue.Open(release, targets);
            var enqueuing = Task.Run(() => queue.EnqueueAgain(release, targets), cancellationToken);
            var records = await RolloutProgress.RunAsync(progress => watch.RunAsync(also(progress), cancellationToken));
            await enqueuing;
            return records;
        }
    }

    private async Task<RehearsalReport> CompareAsync(
        Release release,
        IReadOnlyList<Target> mustFail,
        Target failsAtFirst,
        List<EmulatedRegion> regions,
        IReadOnlyList<TargetRecord> first,
        IReadOnlyList<TargetRecord> again,
        int killed,
        int lost,
        CancellationToken cancellationToken)
    {
        foreach (var region in regions)
        {
            region.SetFaults(FaultPlan.None);
        }

        var report = new RehearsalReport
        {
            Options = options,
            Release = release,
            Regions = regions,
            MustFail = mustFail,
            FailsAtFirst = failsAtFirst,
            First = first,
            Again = again,
            Killed = killed,
            Lost = lost,
        };
        await report.CompareAsync(cancellationToken);
        report.Write(AnsiConsole.Console);
        Tell("done");
        return report;
    }

    private void SetWeather(List<EmulatedRegion> regions, Target? refused)
    {
        for (var i = 0; i < regions.Count; i++)
        {
            regions[i].SetFaults(Weather.Plan(options.Seed + i, options.Latency, regions[i].Region == refused?.Region ? refused.Label : null));
        }
    }

    private void Tell(string line) => AnsiConsole.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_time.Elapsed.TotalSeconds,5:0.0} s  {line}"));

    /// <summary>Kills workers according to the plan as the roll-out progresses.</summary>
    private sealed class Killing(
        IProgress<RolloutCount> progress, KillPlan plan, WorkerPool workers, Action<string> tell, CancellationToken cancellationToken) : IProgress<RolloutCount>
    {
        public void Report(RolloutCount value)
        {
            progress.Report(value);
            foreach (var worker in plan.Due(value.Ended))
            {
                workers.KillAsync(worker, cancellationToken).GetAwaiter().GetResult();
                tell($"kill -9 {workers.Killed[^1]} after {value.Ended} targets; another worker takes its place");
            }
        }
    }
}
