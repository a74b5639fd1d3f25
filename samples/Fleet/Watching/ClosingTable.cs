using System.Globalization;
using Fleet.Outcomes;
using Spectre.Console;

namespace Fleet.Watching;

/// <summary>The outcome of a roll-out: by account and region, and each failed target with its reason and its token.</summary>
internal static class ClosingTable
{
    public static void Write(IReadOnlyList<TargetRecord> records, IAnsiConsole console)
    {
        var counts = new Table().AddColumns("account", "region");
        foreach (var column in (string[])["targets", "done", "replayed", "failed"])
        {
            counts.AddColumn(column, setUp => setUp.RightAligned());
        }

        foreach (var place in records.GroupBy(record => (record.Target.Account, record.Target.Region)).OrderBy(place => place.Key))
        {
            AddRow(counts, place.Key.Account, place.Key.Region, RolloutCount.Of([.. place]));
        }

        AddRow(counts, "all", "", RolloutCount.Of(records));
        console.Write(counts);
        WriteFailed([.. records.Where(record => record.Outcome.State == OutcomeState.Failed)], console);
    }

    private static void AddRow(Table table, string account, string region, RolloutCount count) => table.AddRow(
        [account, region, .. new[] { count.Targets, count.Done, count.Replayed, count.Failed }.Select(number => number.ToString(CultureInfo.InvariantCulture))]);

    private static void WriteFailed(IReadOnlyList<TargetRecord> failed, IAnsiConsole console)
    {
        if (failed.Count == 0)
        {
            return;
        }

        var table = new Table().AddColumns("failed", "reason").AddColumn("token to carry on with", column => column.NoWrap());
        table.ShowRowSeparators();
        foreach (var record in failed)
        {
            table.AddRow(
                Markup.Escape(record.Target.Key),
                Markup.Escape(record.Outcome.Reason ?? "unknown"),
                Markup.Escape(record.Outcome.ClientToken ?? "none: its last run sent no update"));
        }

        console.Write(table);
        console.WriteLine("Once the reason is gone, enqueue the same release again: what is done stays as it is.");
    }
}
