using AppFlow.Fluent.Emulator.Protocol;

namespace AppFlow.Fluent.Emulator.Http;

/// <summary>The answer to send, and what the ledger records about it.</summary>
internal sealed record Answer(int StatusCode, byte[] Body, string? ErrorCode, LedgerOutcome Outcome)
{
    private static readonly byte[] Page =
        "<!DOCTYPE html><html><body><h1>This page is not an answer of Amazon AppFlow</h1></body></html>\n"u8.ToArray();

    public string ContentType { get; private init; } = "application/json";

    /// <summary>How much of <see cref="Body"/> is sent before the connection is closed. The headers announce all of it.</summary>
    public int SentLength { get; private init; } = Body.Length;

    /// <summary>Whether the connection is reset instead of an answer.</summary>
    public bool IsDropped { get; private init; }

    /// <summary>The value of <c>x-amz-retry-after</c>.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>The time added to the date.</summary>
    public TimeSpan DateSkew { get; init; }

    /// <summary>The planned fault that hit the request.</summary>
    public FaultKind? Fault { get; init; }

    public static Answer Success(OperationResult result) =>
        new(200, result.Body, ErrorCode: null, result.IsReplay ? LedgerOutcome.Replayed : LedgerOutcome.Applied);

    public static Answer Refusal(ServiceException refusal) =>
        new(refusal.StatusCode, ErrorBody.Of(refusal.Message), refusal.Code, LedgerOutcome.Refused);

    /// <summary>The service's answer after a fault.</summary>
    /// <param name="rule">The fault.</param>
    /// <param name="result">The service's answer; <see langword="null"/> if the fault prevented one.</param>
    public static Answer Spoiled(FaultRule rule, OperationResult? result) => rule.Kind switch
    {
        FaultKind.ErrorBeforeApplying or FaultKind.ErrorAfterApplying => Error(rule) with { RetryAfter = rule.RetryAfter },
        FaultKind.TruncatedBody => Faulted(rule.Kind, result!.Value.Body) with { SentLength = result.Value.Body.Length / 2 },
        FaultKind.NonJsonBody => Faulted(rule.Kind, Page) with { ContentType = "text/html" },
        _ => Dropped(rule.Kind),
    };

    /// <summary>No answer: the connection is reset.</summary>
    public static Answer Dropped(FaultKind fault) => Faulted(fault, [], statusCode: 0) with { IsDropped = true };

    private static Answer Error(FaultRule rule) => Faulted(
        rule.Kind, ErrorBody.Of(rule.Message ?? "A planned fault of the emulator."), rule.StatusCode!.Value, rule.ErrorCode);

    private static Answer Faulted(FaultKind fault, byte[] body, int statusCode = 200, string? errorCode = null) =>
        new(statusCode, body, errorCode, LedgerOutcome.Faulted) { Fault = fault };
}
