using System.Collections.ObjectModel;

namespace AppFlow.Fluent.Emulator.Ledger;

/// <summary>
/// The newest received requests, in the order of their answers, and the newest applied ones, in the order of the changes.
/// </summary>
/// <param name="capacity">How many entries of each kind are kept.</param>
/// <param name="reader">Receives every entry; may be <see langword="null"/>.</param>
internal sealed class RequestLedger(int capacity, ILedgerReader? reader = null)
{
    private readonly Lock _sync = new();
    private readonly Queue<LedgerEntry> _received = new();
    private readonly Queue<LedgerEntry> _applied = new();

    public IReadOnlyList<LedgerEntry> Received => Snapshot(_received);

    public IReadOnlyList<LedgerEntry> Applied => Snapshot(_applied);

    public void AddReceived(LedgerEntry entry)
    {
        lock (_sync)
        {
            Add(_received, entry);
            reader?.OnReceived(entry);
        }
    }

    public void AddApplied(LedgerEntry entry)
    {
        lock (_sync)
        {
            Add(_applied, entry);
            reader?.OnApplied(entry);
        }
    }

    private void Add(Queue<LedgerEntry> entries, LedgerEntry entry)
    {
        if (entries.Count == capacity)
        {
            entries.Dequeue();
        }

        entries.Enqueue(entry);
    }

    private ReadOnlyCollection<LedgerEntry> Snapshot(Queue<LedgerEntry> entries)
    {
        lock (_sync)
        {
            return Array.AsReadOnly(entries.ToArray());
        }
    }
}
