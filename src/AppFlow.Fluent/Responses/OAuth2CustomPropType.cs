using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>Which address an OAuth 2.0 property belongs to. Values that the service adds later are preserved.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_OAuth2CustomParameter.html"/>.</remarks>
[JsonConverter(typeof(ServiceEnumConverter<OAuth2CustomPropType>))]
public readonly struct OAuth2CustomPropType : IServiceEnum<OAuth2CustomPropType>, IEquatable<OAuth2CustomPropType>
{
    /// <summary>A value as the service writes it.</summary>
    /// <param name="value">The text, in the service's spelling.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public OAuth2CustomPropType(string value) => Value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>The value as the service writes it; empty for a default one.</summary>
    public string Value { get => field ?? ""; }

    /// <summary>The service's <c>TOKEN_URL</c>.</summary>
    public static OAuth2CustomPropType TokenUrl => new("TOKEN_URL");

    /// <summary>The service's <c>AUTH_URL</c>.</summary>
    public static OAuth2CustomPropType AuthUrl => new("AUTH_URL");

    static OAuth2CustomPropType IServiceEnum<OAuth2CustomPropType>.FromValue(string value) => new(value);

    /// <summary>Whether both are the same value, compared case-sensitively.</summary>
    public static bool operator ==(OAuth2CustomPropType left, OAuth2CustomPropType right) => left.Equals(right);

    /// <summary>Whether both are different values.</summary>
    public static bool operator !=(OAuth2CustomPropType left, OAuth2CustomPropType right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(OAuth2CustomPropType other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OAuth2CustomPropType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The value as the service writes it.</summary>
    public override string ToString() => Value;
}
