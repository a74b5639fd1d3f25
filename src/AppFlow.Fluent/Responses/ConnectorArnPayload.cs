using System.Text.Json;

namespace AppFlow.Fluent.Responses;

/// <summary>The body of an answer that names a connector.</summary>
internal sealed class ConnectorArnPayload
{
    // Settable, because the serializer sets properties with much less code than constructor parameters.
    public string? ConnectorArn { get; set; }

    // Setting up the serializer takes a tenth of the time from process start to the first answer, so it is used only for unusual answers.
    public static ConnectorArnPayload? Read(ReadOnlySpan<byte> json) => ReadUsual(json) is { } connectorArn
        ? new ConnectorArnPayload { ConnectorArn = connectorArn }
        : JsonSerializer.Deserialize(json, ResponseJson.Of<ConnectorArnPayload>());

    private static string? ReadUsual(ReadOnlySpan<byte> json)
    {
        try
        {
            string? connectorArn = null;
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (!reader.ValueTextEquals("connectorArn"u8))
                {
                    reader.Skip();
                }
                else if (reader.Read() && reader.TokenType == JsonTokenType.String)
                {
                    connectorArn = reader.GetString();
                }
                else
                {
                    return null;
                }
            }

            return reader.Read() ? null : connectorArn;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The serializer's error says what is wrong.
            return null;
        }
    }
}
