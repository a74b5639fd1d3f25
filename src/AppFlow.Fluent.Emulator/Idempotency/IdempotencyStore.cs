using AppFlow.Fluent.Emulator.Operations;

namespace AppFlow.Fluent.Emulator.Idempotency;

/// <summary>
/// Remembers the first success of each client token for eight hours. A token lives for less than eight hours: at exactly eight it is new
/// again.
/// </summary>
internal sealed class IdempotencyStore(TimeProvider timeProvider)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private readonly Lock _sync = new();
    private readonly Dictionary<IdempotencyKey, Slot> _slots = [];

    // All successes live equally long, so that the oldest is always the first to go.
    private readonly Queue<(IdempotencyKey Key, Slot Slot)> _byExpiry = new();

    /// <summary>How many tokens are remembered or in flight.</summary>
    public int Count
    {
        get
        {
            lock (_sync)
            {
                RemoveExpired();
                return _slots.Count;
            }
        }
    }

    /// <summary>
    /// Gives the remembered answer, or runs <paramref name="apply"/> and remembers its answer. Waits while another call with the same token
    /// is in flight. A failure of <paramref name="apply"/> is passed on and not remembered.
    /// </summary>
    /// <exception cref="ServiceException">The token is known with another input.</exception>
    public async Task<ServiceAnswer> RunAsync(IdempotencyKey key, OperationInput input, Func<ValueTask<byte[]>> apply)
    {
        while (true)
        {
            var (slot, isMine) = FindOrAdd(key);
            if (isMine)
            {
                return new ServiceAnswer(await RunFirstAsync(key, slot, input, apply).ConfigureAwait(false), IsReplay: false);
            }

            // If the call in flight fails, the token is free again, and who comes first takes it.
            if (await slot.Finished.Task.ConfigureAwait(false) is { } success)
            {
                return success.Input.Equals(input)
                    ? new ServiceAnswer(success.Body, IsReplay: true)
                    : throw ServiceException.Conflict(
                        $"The client token was already used for {key.Operation} with different parameters. Use another token for another request.");
            }
        }
    }

    private async Task<byte[]> RunFirstAsync(IdempotencyKey key, Slot slot, OperationInput input, Func<ValueTask<byte[]>> apply)
    {
        Success? success = null;
        try
        {
            var body = await apply().ConfigureAwait(false);
            success = new Success(input, body);
            return body;
        }
        finally
        {
            lock (_sync)
            {
                if (success is null)
                {
                    _slots.Remove(key);
                }
                else
                {
                    slot.ExpiresAt = timeProvider.GetUtcNow() + Lifetime;
                    _byExpiry.Enqueue((key, slot));
                }
            }

            slot.Finished.SetResult(success);
        }
    }

    private (Slot Slot, bool IsMine) FindOrAdd(IdempotencyKey key)
    {
        lock (_sync)
        {
            RemoveExpired();
            if (_slots.TryGetValue(key, out var known))
            {
                return (known, false);
            }

            var added = new Slot();
            _slots.Add(key, added);
            return (added, true);
        }
    }

    private void RemoveExpired()
    {
        var now = timeProvider.GetUtcNow();
        while (_byExpiry.TryPeek(out var oldest) && oldest.Slot.ExpiresAt <= now)
        {
            _byExpiry.Dequeue();
            _slots.Remove(oldest.Key);
        }
    }

    private sealed record Success(OperationInput Input, byte[] Body);

    private sealed class Slot
    {
        /// <summary>Ends with the success, or with <see langword="null"/> for a failure.</summary>
        public TaskCompletionSource<Success?> Finished { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Set before the slot is queued; a call in flight never expires.</summary>
        public DateTimeOffset ExpiresAt { get; set; }
    }
}
