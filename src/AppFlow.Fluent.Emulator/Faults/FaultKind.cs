namespace AppFlow.Fluent.Emulator;

/// <summary>What a planned fault does to a request.</summary>
public enum FaultKind
{
    /// <summary>Nothing is applied, no client token is recorded, and the connection is reset without a byte of an answer.</summary>
    DropBeforeApplying,

    /// <summary>
    /// The request is applied or replayed and its client token recorded; then the connection is reset without a byte of an answer.
    /// </summary>
    DropAfterApplying,

    /// <summary>The request waits for <see cref="FaultRule.Delay"/> before it is applied. Nothing else about it changes.</summary>
    Delay,

    /// <summary>Nothing is applied, no client token is recorded, and the answer is the error that the rule tells.</summary>
    ErrorBeforeApplying,

    /// <summary>
    /// The request is applied or replayed and its client token recorded; then the answer is the error that the rule tells.
    /// </summary>
    ErrorAfterApplying,

    /// <summary>
    /// The request is applied or replayed; of its answer the headers and half of the body that they announce are sent, then the connection
    /// is closed.
    /// </summary>
    TruncatedBody,

    /// <summary>The request is applied or replayed; its answer has status 200 and a page of HTML, as from a proxy.</summary>
    NonJsonBody,

    /// <summary>The answer's <c>Date</c> is off by <see cref="FaultRule.DateSkew"/>. Nothing else about the request changes.</summary>
    SkewedDate,
}
