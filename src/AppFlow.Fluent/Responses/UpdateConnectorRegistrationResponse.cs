namespace AppFlow.Fluent;

/// <summary>The answer to <c>UpdateConnectorRegistration</c>.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html"/>.</remarks>
public sealed record UpdateConnectorRegistrationResponse
{
    /// <summary>The connector's ARN.</summary>
    public string ConnectorArn { get; init; } = "";

    /// <summary>The service's id of the request, to quote to AWS support; null when the answer held none.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// The idempotency token that was sent, whether given or generated. Sending the same request with it again changes nothing.
    /// </summary>
    public string ClientToken { get; init; } = "";

    /// <summary>How many times the request was sent, from 1.</summary>
    public int Attempts { get; init; } = 1;
}
