using System.Net;
using AppFlow.Fluent.Client;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>The answer to <c>ListConnectors</c>: one page.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ListConnectors.html"/>.</remarks>
public sealed record ListConnectorsResponse
{
    internal ListConnectorsResponse(ServiceAnswer<ListConnectorsPayload> answer)
    {
        Connectors = ValueList<ConnectorDetail>.Of(answer.Payload.Connectors);
        NextToken = answer.Payload.NextToken;
        RequestId = answer.RequestId;
        Attempts = answer.Attempts;
    }

    /// <summary>The connectors of this page, in the service's order.</summary>
    public IReadOnlyList<ConnectorDetail> Connectors { get; }

    /// <summary>What <see cref="ListConnectorsRequest.WithNextToken"/> takes for the next page; null on the last page.</summary>
    public string? NextToken { get; }

    /// <summary>The service's id of the request, to quote to AWS support; null when the answer held none.</summary>
    public string? RequestId { get; }

    /// <summary>How many times the request was sent, from 1.</summary>
    public int Attempts { get; }

    /// <summary>The service leads back to a page that was read before.</summary>
    internal AppFlowException Repeats() => new(new ErrorDetails
    {
        Message = "ListConnectors gave a nextToken that it gave before, so that reading on would never end. The connectors up to here were read.",
        StatusCode = HttpStatusCode.OK,
        RequestId = RequestId,
        Attempts = Attempts,
        ClientToken = "",
        IsRetryable = false,
        MayHaveBeenApplied = false,
    });
}
