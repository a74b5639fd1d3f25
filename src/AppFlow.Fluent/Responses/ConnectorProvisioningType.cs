using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>How a custom connector is provisioned. Values that the service adds later are preserved.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_RegisterConnector.html"/>.</remarks>
[JsonConverter(typeof(ServiceEnumConverter<ConnectorProvisioningType>))]
public readonly struct ConnectorProvisioningType : IServiceEnum<ConnectorProvisioningType>, IEquatable<ConnectorProvisioningType>
{
    /// <summary>A value as the service writes it.</summary>
    /// <param name="value">The text, in the service's spelling.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public ConnectorProvisioningType(string value) => Value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>The value as the service writes it; empty for a default one.</summary>
    public string Value { get => field ?? ""; }

    /// <summary>The service's <c>LAMBDA</c>.</summary>
    public static ConnectorProvisioningType Lambda => new("LAMBDA");

    static ConnectorProvisioningType IServiceEnum<ConnectorProvisioningType>.FromValue(string value) => new(value);

    /// <summary>Whether both are the same value, compared case-sensitively.</summary>
    public static bool operator ==(ConnectorProvisioningType left, ConnectorProvisioningType right) => left.Equals(right);

    /// <summary>Whether both are different values.</summary>
    public static bool operator !=(ConnectorProvisioningType left, ConnectorProvisioningType right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ConnectorProvisioningType other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ConnectorProvisioningType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The value as the service writes it.</summary>
    public override string ToString() => Value;
}
