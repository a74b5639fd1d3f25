using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AppFlow.Fluent.Emulator.Connectors;

/// <summary>
/// The bodies of successful answers. What AppFlow would read from a connector's Lambda is the same for every connector here, and includes
/// each kind of member that a client has to read.
/// </summary>
internal static class ConnectorAnswers
{
    private const string ConnectorType = "CustomConnector";
    private const string Owner = "AppFlow.Fluent.Emulator";
    private const string ProvisioningType = "LAMBDA";

    // The answers are application/json and never part of a web page, so quotes and plus signs can stay readable.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Empty() => Write(_ => { });

    public static byte[] Arn(string connectorArn) => Write(writer => writer.WriteString("connectorArn", connectorArn));

    public static byte[] List(ConnectorPage page) => Write(writer =>
    {
        writer.WriteStartArray("connectors");
        foreach (var connector in page.Connectors)
        {
            writer.WriteStartObject();
            WriteIdentity(writer, connector);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (page.NextToken is not null)
        {
            writer.WriteString("nextToken", page.NextToken);
        }
    });

    public static byte[] Configuration(Connector connector) => Write(writer =>
    {
        writer.WriteStartObject("connectorConfiguration");
        WriteIdentity(writer, connector);
        writer.WriteString("connectorArn", connector.Arn);

        writer.WriteStartObject("connectorProvisioningConfig");
        writer.WriteStartObject("lambda");
        writer.WriteString("lambdaArn", connector.LambdaArn);
        writer.WriteEndObject();
        writer.WriteEndObject();

        writer.WriteBoolean("canUseAsSource", true);
        writer.WriteBoolean("canUseAsDestination", true);
        writer.WriteBoolean("isPrivateLinkEnabled", false);
        writer.WriteBoolean("isPrivateLinkEndpointUrlRequired", false);
        WriteStrings(writer, "supportedDestinationConnectors", "CustomConnector", "EventBridge", "Redshift", "S3", "Snowflake");
        WriteStrings(writer, "supportedSchedulingFrequencies", "BYMINUTE", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "ONCE");
        WriteStrings(writer, "supportedTriggerTypes", "Scheduled", "OnDemand");
        WriteStrings(writer, "supportedApiVersions", "v1.0");
        WriteStrings(writer, "supportedOperators", "PROJECTION", "LESS_THAN", "GREATER_THAN", "CONTAINS", "BETWEEN", "EQUAL_TO", "NOT_EQUAL_TO");
        WriteStrings(writer, "supportedWriteOperations", "INSERT", "UPSERT", "UPDATE", "DELETE");
        WriteAuthentication(writer);
        WriteRuntimeSettings(writer);

        writer.WriteStartArray("supportedDataTransferApis");
        writer.WriteStartObject();
        writer.WriteString("Name", "default");
        writer.WriteString("Type", "SYNC");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteIdentity(Utf8JsonWriter writer, Connector connector)
    {
        writer.WriteString("connectorLabel", connector.Label);
        if (connector.Description is not null)
        {
            writer.WriteString("connectorDescription", connector.Description);
        }

        writer.WriteString("connectorType", ConnectorType);
        writer.WriteString("connectorName", connector.Label);
        writer.WriteString("connectorOwner", Owner);
        writer.WriteString("connectorVersion", connector.Version);
        writer.WriteString("connectorProvisioningType", ProvisioningType);
        WriteStrings(writer, "connectorModes", "SOURCE", "DESTINATION");
        WriteStrings(writer, "supportedDataTransferTypes", "RECORD");
        writer.WriteNumber("registeredAt", connector.RegisteredAt.ToUnixTimeMilliseconds() / 1000m);
        writer.WriteString("registeredBy", connector.Account.UserArn);
    }

    private static void WriteAuthentication(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("authenticationConfig");
        writer.WriteBoolean("isBasicAuthSupported", false);
        writer.WriteBoolean("isApiKeyAuthSupported", false);
        writer.WriteBoolean("isOAuth2Supported", true);
        writer.WriteBoolean("isCustomAuthSupported", true);

        writer.WriteStartObject("oAuth2Defaults");
        WriteStrings(writer, "oauthScopes", "read", "write");
        WriteStrings(writer, "tokenUrls", "https://example.com/oauth/token");
        WriteStrings(writer, "authCodeUrls", "https://example.com/oauth/authorize");
        WriteStrings(writer, "oauth2GrantTypesSupported", "CLIENT_CREDENTIALS", "AUTHORIZATION_CODE");
        writer.WriteStartArray("oauth2CustomProperties");
        writer.WriteStartObject();
        WriteParameter(writer, "audience", isRequired: false, "Audience", "Whom the token is for");
        writer.WriteBoolean("isSensitiveField", false);
        WriteStrings(writer, "connectorSuppliedValues", "api", "files");
        writer.WriteString("type", "AUTH_URL");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();

        writer.WriteStartArray("customAuthConfigs");
        writer.WriteStartObject();
        writer.WriteString("customAuthenticationType", "signedKey");
        writer.WriteStartArray("authParameters");
        writer.WriteStartObject();
        WriteParameter(writer, "key", isRequired: true, "Key", "The key that signs requests");
        writer.WriteBoolean("isSensitiveField", true);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteRuntimeSettings(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("connectorRuntimeSettings");
        writer.WriteStartObject();
        WriteParameter(writer, "instanceUrl", isRequired: true, "Instance URL", "Where the connected system is");
        writer.WriteString("dataType", "String");
        writer.WriteString("scope", "CONNECTOR_PROFILE");
        WriteStrings(writer, "connectorSuppliedValueOptions", "https://example.com");
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteParameter(Utf8JsonWriter writer, string key, bool isRequired, string label, string description)
    {
        writer.WriteString("key", key);
        writer.WriteBoolean("isRequired", isRequired);
        writer.WriteString("label", label);
        writer.WriteString("description", description);
    }

    private static void WriteStrings(Utf8JsonWriter writer, string name, params ReadOnlySpan<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
