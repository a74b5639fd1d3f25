using System.Text.Json.Serialization;

namespace AppFlow.Fluent.Requests;

/// <summary>Requests as JSON: what is not set is not written.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UpdateConnectorRegistrationRequest))]
[JsonSerializable(typeof(RegisterConnectorRequest))]
[JsonSerializable(typeof(UnregisterConnectorRequest))]
[JsonSerializable(typeof(DescribeConnectorRequest))]
[JsonSerializable(typeof(ListConnectorsRequest))]
internal sealed partial class RequestJson : JsonSerializerContext;
