using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Idempotency;
using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.Operations;

namespace AppFlow.Fluent.Emulator.Service;

/// <summary>Changes that are held only in memory.</summary>
internal sealed class ImmediateChanges(RequestLedger ledger) : IChanges
{
    private readonly Lock _changes = new();

    public ValueTask<byte[]> CarryOutAsync(ConnectorRegistry registry, OperationInput input, LedgerEntry entry, TokenClaim? claim)
    {
        byte[] body;

        // One lock covers the change and its record, so that the ledger's order is the order of the changes.
        lock (_changes)
        {
            body = input.Apply(registry);
            ledger.AddApplied(entry);
        }

        claim?.Complete(body);
        return ValueTask.FromResult(body);
    }
}
