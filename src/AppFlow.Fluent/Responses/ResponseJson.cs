using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AppFlow.Fluent.Responses;

/// <summary>Answers from JSON: unknown members are ignored, names are case-sensitive.</summary>
/// <remarks>
/// The service's peculiarities are handled here and not on the answers' types, so that an application that serialises them gets the names
/// and dates of its own options.
/// </remarks>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ConnectorArnPayload))]
[JsonSerializable(typeof(EmptyPayload))]
[JsonSerializable(typeof(DescribeConnectorPayload))]
[JsonSerializable(typeof(ListConnectorsPayload))]
internal sealed partial class ResponseJson : JsonSerializerContext
{
    private static readonly JsonSerializerOptions Wire = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new FlagConverter(), new EpochSecondsConverter() },
        TypeInfoResolver = new ResponseJson().WithAddedModifier(NameAsTheServiceDoes),
    };

    /// <summary>The service's JSON form of a type.</summary>
    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Wire.GetTypeInfo(typeof(T));

    private static void NameAsTheServiceDoes(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.Name = (type.Type.Name, property.Name) switch
            {
                (nameof(OAuth2Defaults), "oAuthScopes") => "oauthScopes",
                (nameof(OAuth2Defaults), "oAuth2GrantTypesSupported") => "oauth2GrantTypesSupported",
                (nameof(OAuth2Defaults), "oAuth2CustomProperties") => "oauth2CustomProperties",
                (nameof(DataTransferApi), "name") => "Name",
                (nameof(DataTransferApi), "type") => "Type",
                (_, var name) => name,
            };
        }
    }
}
