using System.Collections.ObjectModel;

namespace AppFlow.Fluent.Emulator.Ledger;

/// <summary>
/// The newest received requests, in the order of their answers, and the newest applied ones, in the order of the changes.
/// </summary>
/// <param name="capacity">How many entries of each kind are kept.</param>
/// <param name="reader">Receives every entry; may be <see langword="null"/>.</param>
/// <param name="feed">Numbers the entries for those who follow them; <see langword="null"/> for its own.</param>
internal sealed class RequestLedger(int capacity, ILedgerReader? reader = null, LedgerFeed? feed = null)
{
    private readonly Lock _sync = new();
    private readonly NewestEntries _received = new(capacity);
    private readonly NewestEntries _applied = new(capacity);
    private LedgerFeed _feed = feed ?? new LedgerFeed();

    public IReadOnlyList<LedgerEntry> Received => Snapshot(_received);

    public IReadOnlyList<LedgerEntry> Applied => Snapshot(_applied);

    public void AddReceived(LedgerEntry entry)
    {
        lock (_sync)
        {
            _received.Add(_feed.Publish(isApplied: false, entry), entry);
            reader?.OnReceived(entry);
        }
    }

    public void AddApplied(LedgerEntry entry)
    {
        lock (_sync)
        {
            _applied.Add(_feed.Publish(isApplied: true, entry), entry);
            reader?.OnApplied(entry);
        }
    }

    /// <summary>Copies, in their order, the events behind <paramref name="id"/> up to <paramref name="until"/> that are still held.</summary>
    /// <returns>How many were copied: fewer than there is room for only where there are no more.</returns>
    public int Read(long id, long until, Span<LedgerEvent> events)
    {
        lock (_sync)
        {
            var (received, applied) = (_received.IndexAfter(id), _applied.IndexAfter(id));
            for (var count = 0; count < events.Length; count++)
            {
                var nextReceived = received < _received.Count ? _received[received].Id : long.MaxValue;
                var nextApplied = applied < _applied.Count ? _applied[applied].Id : long.MaxValue;
                if (Math.Min(nextReceived, nextApplied) > until)
                {
                    return count;
                }

                events[count] = nextApplied < nextReceived
                    ? new LedgerEvent(nextApplied, IsApplied: true, _applied[applied++].Entry)
                    : new LedgerEvent(nextReceived, IsApplied: false, _received[received++].Entry);
            }
        }

        return events.Length;
    }

    /// <summary>Ends the part that others take in it: what requests in flight still write is told to nobody who follows.</summary>
    public void LeaveFeed()
    {
        lock (_sync)
        {
            _feed = new LedgerFeed();
        }
    }

    private ReadOnlyCollection<LedgerEntry> Snapshot(NewestEntries entries)
    {
        lock (_sync)
        {
            return Array.AsReadOnly(entries.ToArray());
        }
    }
}
