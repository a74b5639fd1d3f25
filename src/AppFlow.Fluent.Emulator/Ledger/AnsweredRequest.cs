namespace AppFlow.Fluent.Emulator.Ledger;

/// <summary>What a line about one request tells.</summary>
/// <param name="Operation">The operation; <see langword="null"/> where path and method are none's.</param>
/// <param name="ConnectorLabel">The label as it was sent, whatever it holds and however long it is.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Attempt">The number of the attempt, where the client tells one.</param>
/// <param name="StatusCode">The HTTP status; <see langword="null"/> where the connection was reset instead.</param>
/// <param name="Error">The code of the error that was answered.</param>
/// <param name="Fault">The planned fault that it met.</param>
internal readonly record struct AnsweredRequest(
    string? Operation, string? ConnectorLabel, LedgerOutcome Outcome, int? Attempt, int? StatusCode, string? Error, FaultKind? Fault);
