using System.Collections.ObjectModel;

namespace AppFlow.Fluent.Emulator.Ledger;

/// <summary>Everything received, in the order of the answers, and everything applied, in the order of the changes.</summary>
internal sealed class RequestLedger
{
    /// <summary>How many requests without a right signature are kept: anybody can send those, and without end.</summary>
    public const int MostUnsigned = 10_000;

    private readonly Lock _sync = new();
    private int _unsigned;
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

    /// <summary>Adds a request that was refused for its signature, or before it could be looked at; none beyond <see cref="MostUnsigned"/>.</summary>
    public void AddUnsigned(LedgerEntry entry)
    {
        lock (_sync)
        {
            if (_unsigned < MostUnsigned)
            {
                _unsigned++;
                _received.Add(entry);
            }
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
