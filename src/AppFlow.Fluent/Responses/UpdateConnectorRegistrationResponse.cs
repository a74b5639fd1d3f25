using AppFlow.Fluent.Client;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>The answer to <c>UpdateConnectorRegistration</c>.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html"/>.</remarks>
public sealed record UpdateConnectorRegistrationResponse
{
    internal UpdateConnectorRegistrationResponse(ServiceAnswer<ConnectorArnPayload> answer)
    {
        ConnectorArn = answer.Required(answer.Payload.ConnectorArn, "connectorArn");
        RequestId = answer.RequestId;
        ClientToken = answer.ClientToken;
        Attempts = answer.Attempts;
    }

    /// <summary>The connector's ARN.</summary>
    public string ConnectorArn { get; }

    /// <summary>The service's id of the request, to quote to AWS support; null when the answer held none.</summary>
    public string? RequestId { get; }

    /// <summary>The idempotency token that was sent, given or made. Sending the same request with it again changes nothing.</summary>
    public string ClientToken { get; }

    /// <summary>How many times the request was sent, from 1.</summary>
    public int Attempts { get; }
}
