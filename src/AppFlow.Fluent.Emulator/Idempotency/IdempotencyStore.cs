using AppFlow.Fluent.Emulator.Protocol;

namespace AppFlow.Fluent.Emulator.Idempotency;

/// <summary>
/// Remembers the first success of each client token for eight hours, and decides which call was first. At exactly eight hours a token is
/// new again.
/// </summary>
internal sealed class IdempotencyStore(TimeProvider timeProvider)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    // Below this size, trimming the table is not worthwhile.
    private const int TrimThreshold = 10_000;

    // How long a walk over the tokens may keep a call waiting: some microseconds.
    private const int RecordsPerLock = 1_000;

    private readonly Lock _sync = new();
    private readonly HashSet<TokenRecord> _records = new(new TokenRecordComparer());

    // All successes live equally long, so the oldest always expires first.
    private TokenRecord? _oldest;
    private TokenRecord? _newest;
    private int _remembered;

    /// <summary>How many tokens are remembered or in flight.</summary>
    public int Count
    {
        get
        {
            lock (_sync)
            {
                RemoveExpired();
                return _records.Count;
            }
        }
    }

    /// <summary>
    /// Decides whether a call is the first with its token. Waits while another call with the token is in flight; if that call fails, the
    /// token is free again, and one of the waiting calls takes it.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="clientToken">The token.</param>
    /// <param name="input">The fingerprint of the call's input.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ServiceException">The token was used with different input.</exception>
    public async ValueTask<TokenClaim> ClaimAsync(string operation, string clientToken, UInt128 input, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task settled;
            lock (_sync)
            {
                RemoveExpired();
                if (!_records.GetAlternateLookup<TokenKey>().TryGetValue(new TokenKey(operation, clientToken), out var known))
                {
                    var added = new TokenRecord(operation, clientToken, input);
                    _records.Add(added);
                    return new TokenClaim(this, added, isFirst: true);
                }

                if (known.Body is not null)
                {
                    return known.Input == input
                        ? new TokenClaim(this, known, isFirst: false)
                        : throw ServiceException.Conflict(
                            $"The client token was already used for {operation} with different parameters. Use a new token for a different request.");
                }

                settled = known.WaitAsync(cancellationToken);
            }

            await settled.ConfigureAwait(false);
        }
    }

    /// <summary>When a token is new again whose call ends now.</summary>
    public DateTimeOffset ExpiryFromNow() => timeProvider.GetUtcNow() + Lifetime;

    /// <summary>Puts a token in that another process remembered, in the order in which they expire, before any call comes.</summary>
    public void Restore(string operation, string clientToken, UInt128 input, byte[] body, DateTimeOffset expiresAt)
    {
        var record = new TokenRecord(operation, clientToken, input);
        lock (_sync)
        {
            _records.Add(record);
        }

        Complete(record, body, expiresAt);
    }

    /// <summary>The tokens that are remembered, those that expire last, in the order in which they expire.</summary>
    /// <param name="most">How many are given.</param>
    /// <param name="all">How many there are.</param>
    public List<TokenRecord> Newest(int most, out int all)
    {
        var newest = new List<TokenRecord>();
        TokenRecord? next;
        int skipped;
        lock (_sync)
        {
            RemoveExpired();
            (next, all) = (_oldest, _remembered);
            skipped = all - most;
        }

        // There may be millions, so that nobody is kept waiting for all of them: a record that expires meanwhile still knows the next one.
        while (next is not null && newest.Count < most)
        {
            lock (_sync)
            {
                for (var i = 0; i < RecordsPerLock && next is not null && newest.Count < most; i++, next = next.Next)
                {
                    if (skipped-- <= 0)
                    {
                        newest.Add(next);
                    }
                }
            }
        }

        return newest;
    }

    /// <summary>Remembers the answer of the first call. Those that expire later come later.</summary>
    internal void Complete(TokenRecord record, byte[] body, DateTimeOffset expiresAt)
    {
        TaskCompletionSource? settled;
        lock (_sync)
        {
            settled = record.Settled;
            record.Complete(body, expiresAt);
            if (_newest is null)
            {
                _oldest = record;
            }
            else
            {
                _newest.Next = record;
            }

            _newest = record;
            _remembered++;
        }

        settled?.SetResult();
    }

    /// <summary>Removes a first call that ended without an answer.</summary>
    internal void Release(TokenRecord record)
    {
        TaskCompletionSource? settled;
        lock (_sync)
        {
            if (record.Body is not null)
            {
                return;
            }

            _records.Remove(record);
            settled = record.Settled;
        }

        settled?.SetResult();
    }

    private void RemoveExpired()
    {
        if (_oldest is not { } first)
        {
            return;
        }

        var now = timeProvider.GetUtcNow();
        if (!first.IsExpired(now))
        {
            return;
        }

        while (_oldest is { } oldest && oldest.IsExpired(now))
        {
            _records.Remove(oldest);
            _oldest = oldest.Next;
            _remembered--;
        }

        if (_oldest is null)
        {
            _newest = null;
        }

        if (_records.Capacity > TrimThreshold && _records.Count < _records.Capacity / 4)
        {
            _records.TrimExcess();
        }
    }
}
