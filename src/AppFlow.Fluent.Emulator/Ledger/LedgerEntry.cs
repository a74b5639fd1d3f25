namespace AppFlow.Fluent.Emulator;

/// <summary>One request that reached an operation of the emulator, and what became of it. Immutable.</summary>
public sealed record LedgerEntry
{
    /// <summary>The operation's name in the service model, such as <c>UpdateConnectorRegistration</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>
    /// The region that the request was signed for, such as <c>us-east-1</c>; <see langword="null"/> where it was refused before its signature
    /// was found right.
    /// </summary>
    public string? Region { get; init; }

    /// <summary>
    /// The connector label as it was sent; <see langword="null"/> where none was, or where the request was refused before its body was
    /// read. Cut after 512 characters.
    /// </summary>
    public string? ConnectorLabel { get; init; }

    /// <summary>
    /// The client token as it was sent; <see langword="null"/> where none was, or where the request was refused before its body was read.
    /// Cut after 512 characters.
    /// </summary>
    public string? ClientToken { get; init; }

    /// <summary>
    /// The description that was sent with Register or Update; <see langword="null"/> where none was, or where the request was refused before
    /// its body was read. Cut after 1,024 characters.
    /// </summary>
    public string? Description { get; init; }

    /// <summary>
    /// The ARN of the Lambda that was sent with Register or Update; <see langword="null"/> where none was, or where the request was refused
    /// before its body was read. Cut after 512 characters.
    /// </summary>
    public string? LambdaArn { get; init; }

    /// <summary>
    /// The number of the attempt, from 1, as <c>amz-sdk-request</c> tells it; <see langword="null"/> where that header is absent or tells none.
    /// </summary>
    public int? Attempt { get; init; }

    /// <summary>
    /// The value of <c>amz-sdk-invocation-id</c>, which all attempts of one call share; <see langword="null"/> where that header is absent.
    /// </summary>
    public string? InvocationId { get; init; }

    /// <summary>What became of the request.</summary>
    public required LedgerOutcome Outcome { get; init; }

    /// <summary>
    /// The code of the error that was answered, such as <c>ConflictException</c>; <see langword="null"/> where none was.
    /// </summary>
    public string? Error { get; init; }

    /// <summary>
    /// The planned fault that the request met; <see langword="null"/> where none. A <see cref="FaultKind.Delay"/> or a
    /// <see cref="FaultKind.SkewedDate"/> that came with another fault is not told, nor a skewed date that came with a delay.
    /// </summary>
    public FaultKind? Fault { get; init; }
}
