using System.Text.Json;

namespace AppFlow.Fluent.Responses;

/// <summary>The body of an answer to <c>ListConnectors</c>.</summary>
internal sealed record ListConnectorsPayload(IReadOnlyList<ConnectorDetail>? Connectors, string? NextToken)
{
    public static ListConnectorsPayload? Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, ResponseJson.Of<ListConnectorsPayload>());
}
