using System.Globalization;

namespace AppFlow.Fluent.Emulator;

/// <summary>
/// One fault, and the requests that it hits. Immutable, with value equality; checked when its plan is given to an emulator.
/// </summary>
public sealed record FaultRule
{
    /// <summary>What is done to the requests that are hit.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>
    /// The operation whose requests match, such as <c>UpdateConnectorRegistration</c>; <see langword="null"/> for every operation.
    /// </summary>
    public string? Operation { get; init; }

    /// <summary>The connector label whose requests match; <see langword="null"/> for any, and for requests without one.</summary>
    public string? ConnectorLabel { get; init; }

    /// <summary>
    /// The first matching request that is hit, from 1. Exactly one of <see cref="Nth"/> and <see cref="Probability"/> must be given.
    /// </summary>
    public int? Nth { get; init; }

    /// <summary>
    /// With <see cref="Nth"/>: how many matching requests in a row are hit, 1 unless set. With <see cref="Probability"/>: how many at most,
    /// without limit unless set.
    /// </summary>
    public int? Times { get; init; }

    /// <summary>
    /// How likely each matching request is hit, from 0 to 1. Drawn from the plan's seed, the rule's index and the number of the matching
    /// request alone, so that the same plan hits the same ones again.
    /// </summary>
    public double? Probability { get; init; }

    /// <summary>
    /// How long a request waits, more than zero and at most one day, on <c>AppFlowEmulatorOptions.TimeProvider</c>. For
    /// <see cref="FaultKind.Delay"/> alone, which requires it.
    /// </summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>
    /// The status that is answered, from 400 to 599. For <see cref="FaultKind.ErrorBeforeApplying"/> and
    /// <see cref="FaultKind.ErrorAfterApplying"/> alone, which require it.
    /// </summary>
    public int? StatusCode { get; init; }

    /// <summary>
    /// The error code that is answered, such as <c>ThrottlingException</c>, with any status; <see langword="null"/> for an answer that tells
    /// none. Up to 256 ASCII letters, digits or <c>_ . # : / -</c>. For the two kinds of errors alone.
    /// </summary>
    public string? ErrorCode { get; init; }

    /// <summary>
    /// The message that is answered, up to 1,024 characters; one of the emulator's unless set. For the two kinds of errors alone.
    /// </summary>
    public string? Message { get; init; }

    /// <summary>
    /// What is answered as <c>x-amz-retry-after</c>, in whole milliseconds, from zero to one day; no such header unless set. For the two
    /// kinds of errors alone.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// What is added to the answer's <c>Date</c>: to the past or the future, not zero, by up to 365 days. For
    /// <see cref="FaultKind.SkewedDate"/> alone, which requires it.
    /// </summary>
    public TimeSpan? DateSkew { get; init; }

    /// <summary>The members that are set, for whoever reads a log.</summary>
    public override string ToString()
    {
        (string Name, object? Value)[] members =
        [
            (nameof(Kind), Kind),
            (nameof(Operation), Operation),
            (nameof(ConnectorLabel), ConnectorLabel),
            (nameof(Nth), Nth),
            (nameof(Times), Times),
            (nameof(Probability), Probability),
            (nameof(Delay), Delay),
            (nameof(StatusCode), StatusCode),
            (nameof(ErrorCode), ErrorCode),
            (nameof(Message), Message),
            (nameof(RetryAfter), RetryAfter),
            (nameof(DateSkew), DateSkew),
        ];
        var set = members.Where(member => member.Value is not null)
            .Select(member => string.Create(CultureInfo.InvariantCulture, $"{member.Name} = {member.Value}"));
        return $"{nameof(FaultRule)} {{ {string.Join(", ", set)} }}";
    }
}
