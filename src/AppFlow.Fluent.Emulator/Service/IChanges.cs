using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Idempotency;
using AppFlow.Fluent.Emulator.Operations;
using AppFlow.Fluent.Emulator.Protocol;

namespace AppFlow.Fluent.Emulator.Service;

/// <summary>Carries changes out: applies each, records it, and stores its answer under its client token.</summary>
internal interface IChanges
{
    /// <summary>Carries out one change and returns the answer's body.</summary>
    /// <param name="registry">The connectors that it changes.</param>
    /// <param name="input">The input of the operation.</param>
    /// <param name="entry">The change as the ledger records it.</param>
    /// <param name="claim">Its client token, if it has one.</param>
    /// <exception cref="ServiceException">The change is refused or cannot be stored, and nothing was changed.</exception>
    ValueTask<byte[]> CarryOutAsync(ConnectorRegistry registry, OperationInput input, LedgerEntry entry, TokenClaim? claim);
}
