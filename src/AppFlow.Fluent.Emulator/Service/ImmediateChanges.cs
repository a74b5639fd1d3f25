using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Idempotency;
using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.Operations;

namespace AppFlow.Fluent.Emulator.Service;

/// <summary>Changes that memory alone holds.</summary>
internal sealed class ImmediateChanges(RequestLedger ledger) : IChanges
{
    private readonly Lock _changes = new();

    public ValueTask<byte[]> CarryOutAsync(ConnectorRegistry registry, OperationInput input, LedgerEntry entry, TokenClaim? claim)
    {
        byte[] body;

        // One lock for the change and its record: the ledger's order is the order of the changes.
        lock (_changes)
        {
            body = input.Apply(registry);
            ledger.AddApplied(entry);
        }

        claim?.Complete(body);
        return ValueTask.FromResult(body);
    }
}
