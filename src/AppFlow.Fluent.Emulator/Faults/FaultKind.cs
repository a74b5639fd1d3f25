namespace AppFlow.Fluent.Emulator;

/// <summary>The effect of a planned fault on a request.</summary>
public enum FaultKind
{
    /// <summary>Nothing is applied, no client token is recorded, and the connection is reset without a byte of an answer.</summary>
    DropBeforeApplying,

    /// <summary>
    /// The request is applied or replayed and its client token recorded; then the connection is reset without a byte of an answer.
    /// </summary>
    DropAfterApplying,

    /// <summary>The request waits for <see cref="FaultRule.Delay"/> before it is applied. Nothing else changes.</summary>
    Delay,

    /// <summary>Nothing is applied, no client token is recorded, and the answer is the error that the rule specifies.</summary>
    ErrorBeforeApplying,

    /// <summary>
    /// The request is applied or replayed and its client token recorded; then the answer is the error that the rule specifies.
    /// </summary>
    ErrorAfterApplying,

    /// <summary>
    /// The request is applied or replayed; the headers and only half of the announced body are sent, then the connection is closed.
    /// </summary>
    TruncatedBody,

    /// <summary>The request is applied or replayed; its answer has status 200 and a page of HTML, as from a proxy.</summary>
    NonJsonBody,

    /// <summary>The answer's <c>Date</c> is off by <see cref="FaultRule.DateSkew"/>. Nothing else changes.</summary>
    SkewedDate,
}
