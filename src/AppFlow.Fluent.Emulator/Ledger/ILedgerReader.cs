namespace AppFlow.Fluent.Emulator.Ledger;

/// <summary>
/// Is told every entry as it is written, each list in its order, also those that the ledger no longer holds. Called while the ledger is
/// locked: it must be quick, never wait, and never throw.
/// </summary>
internal interface ILedgerReader
{
    void OnReceived(LedgerEntry entry);

    void OnApplied(LedgerEntry entry);
}
