namespace AppFlow.Fluent.Emulator.Ledger;

/// <summary>
/// Receives every entry as it is written, each list in its order, including those that the ledger drops later. Called while the ledger is
/// locked: it must be quick, never wait, and never throw.
/// </summary>
internal interface ILedgerReader
{
    void OnReceived(LedgerEntry entry);

    void OnApplied(LedgerEntry entry);
}
