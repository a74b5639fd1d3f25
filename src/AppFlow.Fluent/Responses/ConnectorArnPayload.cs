namespace AppFlow.Fluent.Responses;

/// <summary>The body of an answer that names a connector.</summary>
internal sealed record ConnectorArnPayload(string? ConnectorArn);
