using System.Text.Json.Serialization;

namespace AppFlow.Fluent.Responses;

/// <summary>Answers from JSON: unknown members are ignored, names are matched to the letter.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(FlagConverter)])]
[JsonSerializable(typeof(ConnectorArnPayload))]
[JsonSerializable(typeof(EmptyPayload))]
[JsonSerializable(typeof(DescribeConnectorPayload))]
[JsonSerializable(typeof(ListConnectorsPayload))]
internal sealed partial class ResponseJson : JsonSerializerContext;
