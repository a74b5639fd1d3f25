using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>What a connector uses for OAuth 2.0 unless told otherwise.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_OAuth2Defaults.html"/>. What the service left out is null, false or an empty list.</remarks>
public sealed record OAuth2Defaults
{
    [JsonConstructor]
    internal OAuth2Defaults(
        IReadOnlyList<string>? oAuthScopes,
        IReadOnlyList<string>? tokenUrls,
        IReadOnlyList<string>? authCodeUrls,
        IReadOnlyList<OAuth2GrantType>? oAuth2GrantTypesSupported,
        IReadOnlyList<OAuth2CustomParameter>? oAuth2CustomProperties)
    {
        OAuthScopes = ValueList<string>.Of(oAuthScopes);
        TokenUrls = ValueList<string>.Of(tokenUrls);
        AuthCodeUrls = ValueList<string>.Of(authCodeUrls);
        OAuth2GrantTypesSupported = ValueList<OAuth2GrantType>.Of(oAuth2GrantTypesSupported);
        OAuth2CustomProperties = ValueList<OAuth2CustomParameter>.Of(oAuth2CustomProperties);
    }

    /// <summary>The scopes.</summary>
    [JsonPropertyName("oauthScopes")]
    public IReadOnlyList<string> OAuthScopes { get; }

    /// <summary>The token addresses.</summary>
    public IReadOnlyList<string> TokenUrls { get; }

    /// <summary>The authorization code addresses.</summary>
    public IReadOnlyList<string> AuthCodeUrls { get; }

    /// <summary>The grant types that the connector supports.</summary>
    [JsonPropertyName("oauth2GrantTypesSupported")]
    public IReadOnlyList<OAuth2GrantType> OAuth2GrantTypesSupported { get; }

    /// <summary>The properties that the connector needs beyond the standard ones.</summary>
    [JsonPropertyName("oauth2CustomProperties")]
    public IReadOnlyList<OAuth2CustomParameter> OAuth2CustomProperties { get; }
}
