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
    /// <exception cref="ServiceException">The call is refused, and nothing was changed.</exception>
    public async Task<ServiceAnswer> ExecuteAsync(OperationInput input, LedgerEntry entry) => input.ClientToken is { } token
        ? await idempotency.RunAsync(new IdempotencyKey(entry.Operation, token), input, () => ValueTask.FromResult(Apply(input, entry))).ConfigureAwait(false)
        : new ServiceAnswer(Apply(input, entry), IsReplay: false);

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
}
