namespace AppFlow.Fluent.Emulator;

/// <summary>One request to an operation of the emulator, and its outcome. Immutable.</summary>
public sealed record LedgerEntry
{
    /// <summary>The operation's name in the service model, such as <c>UpdateConnectorRegistration</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>
    /// The region that the request was signed for, such as <c>us-east-1</c>; <see langword="null"/> if it was refused before its signature
    /// was verified.
    /// </summary>
    public string? Region { get; init; }

    /// <summary>
    /// The connector label as it was sent; <see langword="null"/> if there was none, or if the request was refused before its body was
    /// read. Truncated to 512 characters.
    /// </summary>
    public string? ConnectorLabel { get; init; }

    /// <summary>
    /// The client token as it was sent; <see langword="null"/> if there was none, or if the request was refused before its body was read.
    /// Truncated to 512 characters.
    /// </summary>
    public string? ClientToken { get; init; }

    /// <summary>
    /// The description that was sent with Register or Update; <see langword="null"/> if there was none, or if the request was refused
    /// before its body was read. Truncated to 1,024 characters.
    /// </summary>
    public string? Description { get; init; }

    /// <summary>
    /// The ARN of the Lambda that was sent with Register or Update; <see langword="null"/> if there was none, or if the request was refused
    /// before its body was read. Truncated to 512 characters.
    /// </summary>
    public string? LambdaArn { get; init; }

    /// <summary>
    /// The number of the attempt, from 1, from <c>amz-sdk-request</c>; <see langword="null"/> if that header is absent or has none.
    /// </summary>
    public int? Attempt { get; init; }

    /// <summary>
    /// The value of <c>amz-sdk-invocation-id</c>, which all attempts of one call share; <see langword="null"/> if that header is absent.
    /// </summary>
    public string? InvocationId { get; init; }

    /// <summary>The outcome of the request.</summary>
    public required LedgerOutcome Outcome { get; init; }

    /// <summary>The error code of the answer, such as <c>ConflictException</c>; <see langword="null"/> if it was not an error.</summary>
    public string? Error { get; init; }

    /// <summary>
    /// The planned fault that hit the request; <see langword="null"/> if none did. Only one is recorded: another fault takes precedence
    /// over a <see cref="FaultKind.Delay"/>, and a delay over a <see cref="FaultKind.SkewedDate"/>.
    /// </summary>
    public FaultKind? Fault { get; init; }
}
