using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>What runs a custom connector. A value that the service adds later is kept as it is.</summary>
/// <param name="Value">The value as the service writes it.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_RegisterConnector.html"/>.</remarks>
[JsonConverter(typeof(ServiceEnumConverter<ConnectorProvisioningType>))]
public readonly record struct ConnectorProvisioningType(string Value) : IServiceEnum<ConnectorProvisioningType>
{
    /// <summary>The value as the service writes it; empty for a default one.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>The service's <c>LAMBDA</c>.</summary>
    public static ConnectorProvisioningType Lambda => new("LAMBDA");

    static ConnectorProvisioningType IServiceEnum<ConnectorProvisioningType>.FromValue(string value) => new(value);

    /// <summary>The value as the service writes it.</summary>
    public override string ToString() => Value;
}
