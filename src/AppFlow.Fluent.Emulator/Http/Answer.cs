using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Operations;

namespace AppFlow.Fluent.Emulator.Http;

/// <summary>What goes back over the wire, and what the ledger is to say about it.</summary>
internal sealed record Answer(int StatusCode, byte[] Body, string? ErrorCode, LedgerOutcome Outcome)
{
    public static Answer Success(ServiceAnswer answer) =>
        new(200, answer.Body, ErrorCode: null, answer.IsReplay ? LedgerOutcome.Replayed : LedgerOutcome.Applied);

    public static Answer Refusal(ServiceException refusal) =>
        new(refusal.StatusCode, ConnectorAnswers.Error(refusal.Message), refusal.Code, LedgerOutcome.Refused);
}
