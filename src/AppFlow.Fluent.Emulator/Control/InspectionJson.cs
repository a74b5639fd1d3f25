using System.Globalization;
using System.Text.Json;
using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Idempotency;
using AppFlow.Fluent.Emulator.State;

namespace AppFlow.Fluent.Emulator.Control;

/// <summary>The emulator's contents, as JSON for observers. There may be very many connectors and tokens, so an answer has a limit.</summary>
internal static class InspectionJson
{
    /// <summary>The most connectors or tokens in an answer.</summary>
    public const int Max = 10_000;

    /// <summary>The connectors by region and label.</summary>
    public static void WriteConnectors(Utf8JsonWriter writer, EmulatorState state)
    {
        writer.WriteStartObject();
        var regions = state.Regions.ByName;
        writer.WriteNumber("count", regions.Sum(region => region.Value.Connectors.Count));
        writer.WriteStartArray("connectors");
        var room = Max;
        foreach (var (region, service) in regions)
        {
            var connectors = service.Connectors.Take(room, after: null);
            room -= connectors.Count;
            foreach (var connector in connectors)
            {
                WriteConnector(writer, region, connector);
            }

            if (room == 0)
            {
                break;
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The tokens that expire last, in the order in which they expire, with the answer to a repeated call.</summary>
    public static void WriteTokens(Utf8JsonWriter writer, EmulatorState state)
    {
        var count = 0;
        var tokens = new List<(string Region, TokenRecord Token)>();
        foreach (var (region, service) in state.Regions.ByName)
        {
            tokens.AddRange(service.Tokens.Newest(Max, out var all).Select(token => (region, token)));
            count += all;
        }

        writer.WriteStartObject();
        writer.WriteNumber("count", count);
        writer.WriteStartArray("tokens");
        foreach (var (region, token) in tokens.OrderBy(token => token.Token.ExpiresAt).TakeLast(Max))
        {
            writer.WriteStartObject();
            writer.WriteString("region", region);
            writer.WriteString("operation", token.Operation);
            writer.WriteString("clientToken", token.ClientToken);
            writer.WriteString("expiresAt", Time(token.ExpiresAt));
            writer.WritePropertyName("answer");
            writer.WriteRawValue(token.Body!, skipInputValidation: true);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void WriteClock(Utf8JsonWriter writer, EmulatorState state)
    {
        writer.WriteStartObject();
        writer.WriteString("now", Time(state.Clock.GetUtcNow()));
        writer.WriteString("advanced", state.Clock.Shift.ToString("c"));
        writer.WriteEndObject();
    }

    public static void WriteStatus(Utf8JsonWriter writer, AppFlowEmulatorOptions options, EmulatorState state, long lastEventId)
    {
        writer.WriteStartObject();
        writer.WriteString("account", options.AccountId);
        writer.WriteString("region", options.Region);
        writer.WriteString("accessKey", options.AccessKey);
        writer.WriteString("generation", state.Generation);
        writer.WriteNumber("lastEventId", lastEventId);
        writer.WriteEndObject();
    }

    private static void WriteConnector(Utf8JsonWriter writer, string region, Connector connector)
    {
        writer.WriteStartObject();
        writer.WriteString("region", region);
        writer.WriteString("connectorLabel", connector.Label);
        writer.WriteString("connectorArn", connector.Arn);
        writer.WriteString("version", connector.Version);
        writer.WriteString("description", connector.Description);
        writer.WriteString("lambdaArn", connector.LambdaArn);
        writer.WriteString("registeredAt", Time(connector.RegisteredAt));
        writer.WriteEndObject();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
