using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>An OAuth 2.0 grant type. A value that the service adds later is kept as it is.</summary>
/// <param name="Value">The value as the service writes it.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_OAuth2Defaults.html"/>.</remarks>
[JsonConverter(typeof(ServiceEnumConverter<OAuth2GrantType>))]
public readonly record struct OAuth2GrantType(string Value) : IServiceEnum<OAuth2GrantType>
{
    /// <summary>The value as the service writes it; empty for a default one.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>The service's <c>CLIENT_CREDENTIALS</c>.</summary>
    public static OAuth2GrantType ClientCredentials => new("CLIENT_CREDENTIALS");

    /// <summary>The service's <c>AUTHORIZATION_CODE</c>.</summary>
    public static OAuth2GrantType AuthorizationCode => new("AUTHORIZATION_CODE");

    /// <summary>The service's <c>JWT_BEARER</c>.</summary>
    public static OAuth2GrantType JwtBearer => new("JWT_BEARER");

    static OAuth2GrantType IServiceEnum<OAuth2GrantType>.FromValue(string value) => new(value);

    /// <summary>The value as the service writes it.</summary>
    public override string ToString() => Value;
}
