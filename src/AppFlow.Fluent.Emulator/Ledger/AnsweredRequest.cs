namespace AppFlow.Fluent.Emulator.Ledger;

/// <summary>The content of a line about one request.</summary>
/// <param name="Operation">The operation; <see langword="null"/> if path and method belong to none.</param>
/// <param name="ConnectorLabel">The label as it was sent, whatever its content and length.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Attempt">The number of the attempt, if the client sends one.</param>
/// <param name="StatusCode">The HTTP status; <see langword="null"/> if the connection was reset instead.</param>
/// <param name="Error">The code of the error in the answer.</param>
/// <param name="Fault">The planned fault that affected it.</param>
internal readonly record struct AnsweredRequest(
    string? Operation, string? ConnectorLabel, LedgerOutcome Outcome, int? Attempt, int? StatusCode, string? Error, FaultKind? Fault);
