namespace AppFlow.Fluent.Responses;

/// <summary>The body of an answer to <c>ListConnectors</c>.</summary>
internal sealed record ListConnectorsPayload(IReadOnlyList<ConnectorDetail>? Connectors, string? NextToken);
