using System.Globalization;
using AppFlow.Fluent.Emulator;
using Fleet.Outcomes;
using Fleet.Releases;
using Fleet.Targets;
using Fleet.Watching;
using Spectre.Console;

namespace Fleet.Rehearsing;

/// <summary>Compares the regions' ledgers with the request and with what the workers reported.</summary>
internal sealed class RehearsalReport
{
    private const string Update = "UpdateConnectorRegistration";

    private readonly List<(string What, long Count)> _lines = [];

    private readonly List<string> _faults = [];

    public required RehearsalOptions Options { get; init; }

    public required Release Release { get; init; }

    public required IReadOnlyList<EmulatedRegion> Regions { get; init; }

    /// <summary>The targets that must fail and do not get the release.</summary>
    public required IReadOnlyList<Target> MustFail { get; init; }

    /// <summary>The outcomes of the roll-out.</summary>
    public required IReadOnlyList<TargetRecord> First { get; init; }

    /// <summary>The target that must fail at first, and gets the release when the roll-out is started again.</summary>
    public required Target FailsAtFirst { get; init; }

    /// <summary>The outcomes of the same roll-out, started again after the tokens were forgotten.</summary>
    public required IReadOnlyList<TargetRecord> Again { get; init; }

    public required int Killed { get; init; }

    public required int Lost { get; init; }

    /// <summary>Whether each target got the release once and all records agree.</summary>
    public bool IsClean => _faults.Count == 0;

    /// <summary>Compares all records.</summary>
    public async Task CompareAsync(CancellationToken cancellationToken)
    {
        var reachable = First.Count - MustFail.Count;
        var received = Regions.SelectMany(region => region.Received).ToList();
        var updates = received.Where(entry => entry.Operation == Update).ToList();
        var (applied, duplicates, lost, foreign) = Applied();
        var spoiled = received.Count(entry => entry.Fault is not null and not FaultKind.Delay);
        _lines.AddRange(
        [
            ("targets", First.Count),
            ("of these must fail at first", MustFail.Count + 1),
            ("of these must always fail", MustFail.Count),
            ("worker processes killed with kill -9", Killed),
            ("jobs that the storage lost, enqueued again", Lost),
            ("requests received", received.Count),
            ("of these faulted", spoiled),
            ("updates received", updates.Count),
            ("of these answered with the first answer again", updates.Count(entry => entry.Outcome == LedgerOutcome.Replayed)),
            ("updates applied", applied),
            ("targets that got the release twice or more", duplicates),
            ("targets that did not get it", lost),
            ("after 8 hours the same release again: found in place", RolloutCount.Of(Again).Replayed),
            ("after 8 hours the same release again: brought", RolloutCount.Of(Again).Done),
        ]);

        Expect(duplicates == 0, "a target got the release more than once");
        Expect(lost == 0, "a target did not get the release");
        Expect(foreign == 0, "something was applied that nobody asked for");
        Expect(FailedAre(First, [.. MustFail, FailsAtFirst]), "the book of the roll-out is wrong");
        Expect(FailedAre(Again, MustFail) && RolloutCount.Of(Again).Replayed >= reachable - 1, "the book of the second roll-out is wrong");
        Expect(
            First.Single(record => record.Target.Key == FailsAtFirst.Key).Outcome.ClientToken is { Length: > 0 },
            "a refused update did not give its token back");
        Expect(Options.Kills == 0 || Killed > 0, "no worker was killed: the rehearsal proves nothing");
        Expect(spoiled > 0, "there were no faults: the rehearsal proves nothing");
        Expect(await VersionsAsync(cancellationToken), "a connector's version does not count one change");
    }

    public void Write(IAnsiConsole console)
    {
        var table = new Table().AddColumn("the regions' ledgers").AddColumn("", column => column.RightAligned()).HideHeaders();
        foreach (var (what, count) in _lines)
        {
            table.AddRow(what, count.ToString("N0", CultureInfo.InvariantCulture));
        }

        console.Write(table);
        console.WriteLine(IsClean ? "Each target got the release once." : $"Wrong: {string.Join("; ", _faults)}.");
    }

    private (int Applied, int Duplicates, int Lost, int Foreign) Applied()
    {
        var (applied, duplicates, lost, foreign) = (0, 0, 0, 0);
        foreach (var region in Regions)
        {
            var updates = region.Applied.Where(entry => entry.Operation == Update).ToList();
            var counts = updates.Where(entry => entry.Description == Release.Description).CountBy(entry => entry.ConnectorLabel!).ToDictionary();
            applied += updates.Count;
            duplicates += counts.Count(label => label.Value > 1);
            lost += region.Targets.Count(target => !counts.ContainsKey(target.Label));
            foreign += updates.Count - region.Targets.Sum(target => counts.GetValueOrDefault(target.Label));
        }

        return (applied, duplicates, lost, foreign);
    }

    private async Task<bool> VersionsAsync(CancellationToken cancellationToken)
    {
        foreach (var region in Regions)
        {
            var versions = await region.VersionsAsync(cancellationToken);
            if (versions.Count != region.Targets.Count || versions.Values.Any(version => version != 2))
            {
                return false;
            }
        }

        return true;
    }

    private static bool FailedAre(IReadOnlyList<TargetRecord> records, IEnumerable<Target> targets) =>
        records.Where(record => record.Outcome.State == OutcomeState.Failed).Select(record => record.Target.Key).ToHashSet()
            .SetEquals(targets.Select(target => target.Key))
        && records.All(record => record.Outcome.State != OutcomeState.Waiting);

    private void Expect(bool holds, string fault)
    {
        if (!holds)
        {
            _faults.Add(fault);
        }
    }
}
