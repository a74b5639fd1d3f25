using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>The defaults of a connector for OAuth 2.0.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_OAuth2Defaults.html"/>. Members that the service omitted are
/// null, false or an empty list.
/// </remarks>
public sealed record OAuth2Defaults
{
    /// <summary>The scopes.</summary>
    public IReadOnlyList<string> OAuthScopes { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Of(null);

    /// <summary>The token addresses.</summary>
    public IReadOnlyList<string> TokenUrls { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Of(null);

    /// <summary>The authorization code addresses.</summary>
    public IReadOnlyList<string> AuthCodeUrls { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Of(null);

    /// <summary>The grant types that the connector supports.</summary>
    public IReadOnlyList<OAuth2GrantType> OAuth2GrantTypesSupported { get; init => field = ValueList<OAuth2GrantType>.Of(value); } = ValueList<OAuth2GrantType>.Of(null);

    /// <summary>The properties that the connector needs beyond the standard ones.</summary>
    public IReadOnlyList<OAuth2CustomParameter> OAuth2CustomProperties { get; init => field = ValueList<OAuth2CustomParameter>.Of(value); } = ValueList<OAuth2CustomParameter>.Of(null);
}
