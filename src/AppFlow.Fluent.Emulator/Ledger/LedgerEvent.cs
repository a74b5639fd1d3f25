namespace AppFlow.Fluent.Emulator.Ledger;

/// <summary>An entry as it was written to one of the ledger's lists.</summary>
/// <param name="Id">Its number: events are counted from 1 for as long as the emulator runs, resets included.</param>
/// <param name="IsApplied">Whether the entry is in the list of applied changes; otherwise it is in the list of received requests.</param>
/// <param name="Entry">The entry.</param>
internal readonly record struct LedgerEvent(long Id, bool IsApplied, LedgerEntry Entry);
