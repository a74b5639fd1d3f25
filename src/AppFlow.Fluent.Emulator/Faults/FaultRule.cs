using System.Globalization;

namespace AppFlow.Fluent.Emulator;

/// <summary>
/// One fault, and the requests that it hits. Immutable, with value equality; validated when its plan is given to an emulator.
/// </summary>
public sealed record FaultRule
{
    /// <summary>The effect on the requests that are hit.</summary>
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
    /// With <see cref="Nth"/>: how many consecutive matching requests are hit; default 1. With <see cref="Probability"/>: how many are hit
    /// at most; no limit by default.
    /// </summary>
    public int? Times { get; init; }

    /// <summary>
    /// The probability that a matching request is hit, from 0 to 1. The draw depends only on the plan's seed, the rule's index and the
    /// number of the matching request, so the same plan hits the same requests again.
    /// </summary>
    public double? Probability { get; init; }

    /// <summary>
    /// How long a request waits, more than zero and at most one day, on <c>AppFlowEmulatorOptions.TimeProvider</c>. Required for
    /// <see cref="FaultKind.Delay"/>, and only allowed there.
    /// </summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>
    /// The status code of the answer, from 400 to 599. Required for <see cref="FaultKind.ErrorBeforeApplying"/> and
    /// <see cref="FaultKind.ErrorAfterApplying"/>, and only allowed there.
    /// </summary>
    public int? StatusCode { get; init; }

    /// <summary>
    /// The error code of the answer, such as <c>ThrottlingException</c>, with any status; <see langword="null"/> for an answer without one.
    /// Up to 256 ASCII letters, digits or <c>_ . # : / -</c>. Only for the two error kinds.
    /// </summary>
    public string? ErrorCode { get; init; }

    /// <summary>The message of the answer, up to 1,024 characters; a default message if not set. Only for the two error kinds.</summary>
    public string? Message { get; init; }

    /// <summary>
    /// The <c>x-amz-retry-after</c> header of the answer, in whole milliseconds, from zero to one day; no such header if not set. Only for
    /// the two error kinds.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// The time added to the answer's <c>Date</c>: from -365 to 365 days, not zero. Required for <see cref="FaultKind.SkewedDate"/>, and
    /// only allowed there.
    /// </summary>
    public TimeSpan? DateSkew { get; init; }

    /// <summary>The members that are set, readable in a log.</summary>
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
