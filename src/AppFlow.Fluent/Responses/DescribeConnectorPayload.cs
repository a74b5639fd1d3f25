using System.Text.Json;

namespace AppFlow.Fluent.Responses;

/// <summary>The body of an answer to <c>DescribeConnector</c>.</summary>
internal sealed record DescribeConnectorPayload(ConnectorConfiguration? ConnectorConfiguration)
{
    public static DescribeConnectorPayload? Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, ResponseJson.Of<DescribeConnectorPayload>());
}
