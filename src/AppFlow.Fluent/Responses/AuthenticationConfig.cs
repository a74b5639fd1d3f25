using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>How a connector authenticates.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_AuthenticationConfig.html"/>. Members that the service omitted
/// are null, false or an empty list.
/// </remarks>
public sealed record AuthenticationConfig
{
    /// <summary>Whether user name and password are supported.</summary>
    public bool IsBasicAuthSupported { get; init; }

    /// <summary>Whether an API key is supported.</summary>
    public bool IsApiKeyAuthSupported { get; init; }

    /// <summary>Whether OAuth 2.0 is supported.</summary>
    public bool IsOAuth2Supported { get; init; }

    /// <summary>Whether a custom authentication is supported.</summary>
    public bool IsCustomAuthSupported { get; init; }

    /// <summary>The defaults for OAuth 2.0.</summary>
    public OAuth2Defaults? OAuth2Defaults { get; init; }

    /// <summary>The custom authentications.</summary>
    public IReadOnlyList<CustomAuthConfig> CustomAuthConfigs { get; init => field = ValueList<CustomAuthConfig>.Of(value); } = ValueList<CustomAuthConfig>.Of(null);
}
