namespace AppFlow.Fluent.Emulator.Ledger;

/// <summary>A reader of the events of a <see cref="LedgerFeed"/> as they come. Used by one caller at a time.</summary>
internal sealed class LedgerFollower : IDisposable
{
    private readonly LedgerFeed _feed;
    private readonly CancellationTokenSource _cutOff = new();
    private long _readId;

    internal LedgerFollower(LedgerFeed feed, long startId) => (_feed, _readId, StartId) = (feed, startId, startId);

    /// <summary>The number of the last event before the first one that it reads.</summary>
    public long StartId { get; }

    /// <summary>Is cancelled once more than <see cref="LedgerFeed.MaxBehind"/> events wait to be read, because some of them are then lost.</summary>
    public CancellationToken CutOff => _cutOff.Token;

    /// <summary>Reads the available events, and returns how many there are.</summary>
    /// <exception cref="OperationCanceledException">The follower was cut off.</exception>
    public int Read(Span<LedgerEvent> events)
    {
        var id = _readId;
        var count = _feed.Read(ref id, events);

        // Checked after the copy, because a follower that was cut off before it may have copied later events.
        CutOff.ThrowIfCancellationRequested();
        Volatile.Write(ref _readId, id);
        return count;
    }

    /// <summary>Completes when there is something to read.</summary>
    public Task WaitAsync() => _feed.WaitAsync(_readId);

    public void Dispose() => _feed.Remove(this);

    internal void CutOffIfTooFarBehind(long lastId)
    {
        if (lastId - Volatile.Read(ref _readId) > LedgerFeed.MaxBehind && !_cutOff.IsCancellationRequested)
        {
            // Continuations run elsewhere, because the publisher must not wait for them.
            _ = _cutOff.CancelAsync();
        }
    }
}
