namespace AppFlow.Fluent.Responses;

/// <summary>The body of an answer without members.</summary>
internal sealed record EmptyPayload;
