namespace AppFlow.Fluent.Emulator.Ledger;

/// <summary>
/// Numbers what is written to the ledger, and keeps the newest events for followers. One feed serves all the ledgers that resets create. However
/// many followers there are, and however slow they are, it holds the same few events and nobody waits for them.
/// </summary>
internal sealed class LedgerFeed
{
    /// <summary>How many events a follower may be behind.</summary>
    public const int MaxBehind = 10_000;

    private readonly Lock _sync = new();
    private readonly List<LedgerFollower> _followers = [];

    // Only events that come while somebody follows are kept here, each at the index that its number gives.
    private LedgerEvent[] _newest = [];
    private TaskCompletionSource? _awaited;
    private long _lastId;

    /// <summary>The number of the newest event; 0 if there was none.</summary>
    public long LastId
    {
        get
        {
            lock (_sync)
            {
                return _lastId;
            }
        }
    }

    /// <summary>Numbers an event and notifies the followers. Quick, and never waits for one of them.</summary>
    public long Publish(bool isApplied, LedgerEntry entry)
    {
        TaskCompletionSource? awaited;
        long id;
        lock (_sync)
        {
            id = ++_lastId;
            if (_followers.Count == 0)
            {
                return id;
            }

            _newest[id % MaxBehind] = new LedgerEvent(id, isApplied, entry);
            foreach (var follower in _followers)
            {
                follower.CutOffIfTooFarBehind(id);
            }

            (awaited, _awaited) = (_awaited, null);
        }

        awaited?.SetResult();
        return id;
    }

    /// <summary>Starts to follow, beginning with the next event.</summary>
    public LedgerFollower Follow()
    {
        lock (_sync)
        {
            if (_followers.Count == 0)
            {
                _newest = new LedgerEvent[MaxBehind];
            }

            var follower = new LedgerFollower(this, _lastId);
            _followers.Add(follower);
            return follower;
        }
    }

    /// <summary>Copies the events after <paramref name="id"/>, and returns how many were copied; 0 if there is none yet.</summary>
    internal int Read(ref long id, Span<LedgerEvent> events)
    {
        lock (_sync)
        {
            var count = (int)Math.Min(_lastId - id, events.Length);
            for (var i = 0; i < count; i++)
            {
                events[i] = _newest[++id % MaxBehind];
            }

            return count;
        }
    }

    /// <summary>Completes when there is an event after <paramref name="id"/>.</summary>
    internal Task WaitAsync(long id)
    {
        lock (_sync)
        {
            if (id < _lastId)
            {
                return Task.CompletedTask;
            }

            _awaited ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _awaited.Task;
        }
    }

    internal void Remove(LedgerFollower follower)
    {
        lock (_sync)
        {
            if (_followers.Remove(follower) && _followers.Count == 0)
            {
                _newest = [];
            }
        }
    }
}
