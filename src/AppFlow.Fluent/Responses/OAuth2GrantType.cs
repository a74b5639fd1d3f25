using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>An OAuth 2.0 grant type. Values that the service adds later are preserved.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_OAuth2Defaults.html"/>.</remarks>
[JsonConverter(typeof(ServiceEnumConverter<OAuth2GrantType>))]
public readonly struct OAuth2GrantType : IServiceEnum<OAuth2GrantType>, IEquatable<OAuth2GrantType>
{
    /// <summary>A value as the service writes it.</summary>
    /// <param name="value">The text, in the service's spelling.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public OAuth2GrantType(string value) => Value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>The value as the service writes it; empty for a default one.</summary>
    public string Value { get => field ?? ""; }

    /// <summary>The service's <c>CLIENT_CREDENTIALS</c>.</summary>
    public static OAuth2GrantType ClientCredentials => new("CLIENT_CREDENTIALS");

    /// <summary>The service's <c>AUTHORIZATION_CODE</c>.</summary>
    public static OAuth2GrantType AuthorizationCode => new("AUTHORIZATION_CODE");

    /// <summary>The service's <c>JWT_BEARER</c>.</summary>
    public static OAuth2GrantType JwtBearer => new("JWT_BEARER");

    static OAuth2GrantType IServiceEnum<OAuth2GrantType>.FromValue(string value) => new(value);

    /// <summary>Whether both are the same value, compared case-sensitively.</summary>
    public static bool operator ==(OAuth2GrantType left, OAuth2GrantType right) => left.Equals(right);

    /// <summary>Whether both are different values.</summary>
    public static bool operator !=(OAuth2GrantType left, OAuth2GrantType right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(OAuth2GrantType other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OAuth2GrantType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The value as the service writes it.</summary>
    public override string ToString() => Value;
}
