using System.Collections.ObjectModel;

namespace AppFlow.Fluent.Emulator.Ledger;

/// <summary>Everything received, in the order of the answers, and everything applied, in the order of the changes.</summary>
internal sealed class RequestLedger
{
    private readonly Lock _sync = new();
    private readonly List<LedgerEntry> _received = [];
    private readonly List<LedgerEntry> _applied = [];

    public IReadOnlyList<LedgerEntry> Received => Snapshot(_received);

    public IReadOnlyList<LedgerEntry> Applied => Snapshot(_applied);

    public void AddReceived(LedgerEntry entry)
    {
        lock (_sync)
        {
            _received.Add(entry);
        }
    }

    public void AddApplied(LedgerEntry entry)
    {
        lock (_sync)
        {
            _applied.Add(entry);
        }
    }

    private ReadOnlyCollection<LedgerEntry> Snapshot(List<LedgerEntry> entries)
    {
        lock (_sync)
        {
            return Array.AsReadOnly(entries.ToArray());
        }
    }
}
