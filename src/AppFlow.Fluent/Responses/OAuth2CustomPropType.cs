using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>Which address an OAuth 2.0 property belongs to. A value that the service adds later is kept as it is.</summary>
/// <param name="Value">The value as the service writes it.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_OAuth2CustomParameter.html"/>.</remarks>
[JsonConverter(typeof(ServiceEnumConverter<OAuth2CustomPropType>))]
public readonly record struct OAuth2CustomPropType(string Value) : IServiceEnum<OAuth2CustomPropType>
{
    /// <summary>The value as the service writes it; empty for a default one.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>The service's <c>TOKEN_URL</c>.</summary>
    public static OAuth2CustomPropType TokenUrl => new("TOKEN_URL");

    /// <summary>The service's <c>AUTH_URL</c>.</summary>
    public static OAuth2CustomPropType AuthUrl => new("AUTH_URL");

    static OAuth2CustomPropType IServiceEnum<OAuth2CustomPropType>.FromValue(string value) => new(value);

    /// <summary>The value as the service writes it.</summary>
    public override string ToString() => Value;
}
