namespace AppFlow.Fluent.Emulator.Ledger;

/// <summary>Somebody who reads the events of a <see cref="LedgerFeed"/> as they come. Used by one reader at a time.</summary>
internal sealed class LedgerFollower : IDisposable
{
    private readonly LedgerFeed _feed;
    private readonly CancellationTokenSource _cutOff = new();
    private long _readId;

    internal LedgerFollower(LedgerFeed feed, long startId) => (_feed, _readId, StartId) = (feed, startId, startId);

    /// <summary>The number of the last event before the first one that it reads.</summary>
    public long StartId { get; }

    /// <summary>Is cancelled once more than <see cref="LedgerFeed.MaxBehind"/> events wait to be read: some of them are lost.</summary>
    public CancellationToken CutOff => _cutOff.Token;

    /// <summary>Reads what is there, and says how much that is.</summary>
    /// <exception cref="OperationCanceledException">It was cut off.</exception>
    public int Read(Span<LedgerEvent> events)
    {
        var id = _readId;
        var count = _feed.Read(ref id, events);

        // Asked after the copy: who was cut off before it may have been given later events.
        CutOff.ThrowIfCancellationRequested();
        Volatile.Write(ref _readId, id);
        return count;
    }

    /// <summary>Ends when there is something to read.</summary>
    public Task WaitAsync() => _feed.WaitAsync(_readId);

    public void Dispose() => _feed.Remove(this);

    internal void CutOffIfTooFarBehind(long lastId)
    {
        if (lastId - Volatile.Read(ref _readId) > LedgerFeed.MaxBehind && !_cutOff.IsCancellationRequested)
        {
            // What ends with it runs elsewhere: whoever publishes must not wait for it.
            _ = _cutOff.CancelAsync();
        }
    }
}
