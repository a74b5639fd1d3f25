using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>The answer to <c>ListConnectors</c>: one page.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ListConnectors.html"/>.</remarks>
public sealed record ListConnectorsResponse
{
    /// <summary>The connectors of this page, in the service's order.</summary>
    public IReadOnlyList<ConnectorDetail> Connectors { get; init => field = ValueList<ConnectorDetail>.Of(value); } = ValueList<ConnectorDetail>.Of(null);

    /// <summary>The token for <see cref="ListConnectorsRequest.WithNextToken"/> to get the next page; null on the last page.</summary>
    public string? NextToken { get; init; }

    /// <summary>The service's id of the request, to quote to AWS support; null when the answer held none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How many times the request was sent, from 1.</summary>
    public int Attempts { get; init; } = 1;
}
