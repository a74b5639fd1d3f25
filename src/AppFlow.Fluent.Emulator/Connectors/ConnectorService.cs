using AppFlow.Fluent.Emulator.Faults;
using AppFlow.Fluent.Emulator.Idempotency;
using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.Operations;

namespace AppFlow.Fluent.Emulator.Connectors;

/// <summary>
/// The service without its wire: takes valid inputs, gives answer bodies. It stands for one account in one region, so that idempotency keys
/// need neither.
/// </summary>
internal sealed class ConnectorService(ConnectorRegistry registry, IdempotencyStore idempotency, RequestLedger ledger)
{
    private readonly Lock _sync = new();

    /// <summary>Carries one call out.</summary>
    /// <param name="input">A valid input.</param>
    /// <param name="entry">The call as the ledger is to know it, should it change something.</param>
    /// <param name="isPrevented">Whether a planned fault keeps it from being carried out.</param>
    /// <param name="delay">
    /// What the call waits for before anything is done. A call that waits is in flight: another with its token waits too.
    /// </param>
    /// <exception cref="ServiceException">The call is refused, and nothing was changed.</exception>
    /// <exception cref="PreventedException">It would have been carried out or replayed, and was prevented: nothing was changed.</exception>
    public async Task<ServiceAnswer> ExecuteAsync(OperationInput input, LedgerEntry entry, bool isPrevented, Func<Task> delay)
    {
        var answer = input.ClientToken is { } token
            ? await ExecuteOnceAsync(new IdempotencyKey(entry.Operation, token), input, DelayAndApplyAsync, delay).ConfigureAwait(false)
            : new ServiceAnswer(await DelayAndApplyAsync().ConfigureAwait(false), IsReplay: false);
        return isPrevented ? throw new PreventedException() : answer;

        async ValueTask<byte[]> DelayAndApplyAsync()
        {
            await delay().ConfigureAwait(false);
            return isPrevented ? Prevent(input) : Apply(input, entry);
        }
    }

    private async Task<ServiceAnswer> ExecuteOnceAsync(
        IdempotencyKey key, OperationInput input, Func<ValueTask<byte[]>> delayAndApply, Func<Task> delay)
    {
        var isFirst = false;
        try
        {
            return await idempotency.RunAsync(key, input, () =>
            {
                isFirst = true;
                return delayAndApply();
            }).ConfigureAwait(false);
        }
        finally
        {
            if (!isFirst)
            {
                await delay().ConfigureAwait(false);
            }
        }
    }

    private byte[] Apply(OperationInput input, LedgerEntry entry)
    {
        // One lock for the change and its record: the ledger's order is the order of the changes.
        lock (_sync)
        {
            var body = input.Apply(registry);
            if (input.IsChange)
            {
                ledger.AddApplied(entry);
            }

            return body;
        }
    }

    private byte[] Prevent(OperationInput input)
    {
        // What the service would refuse stays refused.
        lock (_sync)
        {
            input.Apply(registry.Fork());
        }

        throw new PreventedException();
    }
}
