using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>How a connector authenticates.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_AuthenticationConfig.html"/>. What the service left out is null, false or an empty list.</remarks>
public sealed record AuthenticationConfig
{
    [JsonConstructor]
    internal AuthenticationConfig(
        bool isBasicAuthSupported,
        bool isApiKeyAuthSupported,
        bool isOAuth2Supported,
        bool isCustomAuthSupported,
        OAuth2Defaults? oAuth2Defaults,
        IReadOnlyList<CustomAuthConfig>? customAuthConfigs)
    {
        IsBasicAuthSupported = isBasicAuthSupported;
        IsApiKeyAuthSupported = isApiKeyAuthSupported;
        IsOAuth2Supported = isOAuth2Supported;
        IsCustomAuthSupported = isCustomAuthSupported;
        OAuth2Defaults = oAuth2Defaults;
        CustomAuthConfigs = ValueList<CustomAuthConfig>.Of(customAuthConfigs);
    }

    /// <summary>Whether user name and password are supported.</summary>
    public bool IsBasicAuthSupported { get; }

    /// <summary>Whether an API key is supported.</summary>
    public bool IsApiKeyAuthSupported { get; }

    /// <summary>Whether OAuth 2.0 is supported.</summary>
    public bool IsOAuth2Supported { get; }

    /// <summary>Whether a custom authentication is supported.</summary>
    public bool IsCustomAuthSupported { get; }

    /// <summary>The defaults for OAuth 2.0.</summary>
    public OAuth2Defaults? OAuth2Defaults { get; }

    /// <summary>The custom authentications.</summary>
    public IReadOnlyList<CustomAuthConfig> CustomAuthConfigs { get; }
}
