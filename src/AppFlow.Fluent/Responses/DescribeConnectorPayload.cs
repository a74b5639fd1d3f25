namespace AppFlow.Fluent.Responses;

/// <summary>The body of an answer to <c>DescribeConnector</c>.</summary>
internal sealed record DescribeConnectorPayload(ConnectorConfiguration? ConnectorConfiguration);
