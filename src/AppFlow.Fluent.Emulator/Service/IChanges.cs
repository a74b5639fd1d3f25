using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Idempotency;
using AppFlow.Fluent.Emulator.Operations;
using AppFlow.Fluent.Emulator.Protocol;

namespace AppFlow.Fluent.Emulator.Service;

/// <summary>Carries changes out: applies each, records it, and lets its client token stand for its answer.</summary>
internal interface IChanges
{
    /// <summary>Carries one change out and gives the answer's body.</summary>
    /// <param name="registry">The connectors that it changes.</param>
    /// <param name="input">What it does.</param>
    /// <param name="entry">The change as the ledger is to know it.</param>
    /// <param name="claim">Its client token, where it has one.</param>
    /// <exception cref="ServiceException">It is refused or cannot be kept, and nothing was changed.</exception>
    ValueTask<byte[]> CarryOutAsync(ConnectorRegistry registry, OperationInput input, LedgerEntry entry, TokenClaim? claim);
}
