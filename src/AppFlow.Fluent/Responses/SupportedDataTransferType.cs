using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>What a connector transfers: records or files. Values that the service adds later are preserved.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ConnectorConfiguration.html"/>.</remarks>
[JsonConverter(typeof(ServiceEnumConverter<SupportedDataTransferType>))]
public readonly struct SupportedDataTransferType : IServiceEnum<SupportedDataTransferType>, IEquatable<SupportedDataTransferType>
{
    /// <summary>A value as the service writes it.</summary>
    /// <param name="value">The text, in the service's spelling.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public SupportedDataTransferType(string value) => Value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>The value as the service writes it; empty for a default one.</summary>
    public string Value { get => field ?? ""; }

    /// <summary>The service's <c>RECORD</c>.</summary>
    public static SupportedDataTransferType Record => new("RECORD");

    /// <summary>The service's <c>FILE</c>.</summary>
    public static SupportedDataTransferType File => new("FILE");

    static SupportedDataTransferType IServiceEnum<SupportedDataTransferType>.FromValue(string value) => new(value);

    /// <summary>Whether both are the same value, compared case-sensitively.</summary>
    public static bool operator ==(SupportedDataTransferType left, SupportedDataTransferType right) => left.Equals(right);

    /// <summary>Whether both are different values.</summary>
    public static bool operator !=(SupportedDataTransferType left, SupportedDataTransferType right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(SupportedDataTransferType other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SupportedDataTransferType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The value as the service writes it.</summary>
    public override string ToString() => Value;
}
