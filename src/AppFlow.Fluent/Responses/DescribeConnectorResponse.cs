namespace AppFlow.Fluent;

/// <summary>The answer to <c>DescribeConnector</c>.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_DescribeConnector.html"/>.</remarks>
public sealed record DescribeConnectorResponse
{
    /// <summary>The connector's configuration.</summary>
    public ConnectorConfiguration ConnectorConfiguration { get; init; } = new();

    /// <summary>The service's id of the request, to quote to AWS support; null when the answer held none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How many times the request was sent, from 1.</summary>
    public int Attempts { get; init; } = 1;
}
