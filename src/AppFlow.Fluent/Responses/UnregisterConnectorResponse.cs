namespace AppFlow.Fluent;

/// <summary>The answer to <c>UnregisterConnector</c>.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UnregisterConnector.html"/>.</remarks>
public sealed record UnregisterConnectorResponse
{
    /// <summary>The service's id of the request, to quote to AWS support; null when the answer held none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How many times the request was sent, from 1.</summary>
    public int Attempts { get; init; } = 1;
}
