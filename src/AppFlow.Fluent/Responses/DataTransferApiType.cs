using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>How a data transfer API moves data. Values that the service adds later are preserved.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_DataTransferApi.html"/>.</remarks>
[JsonConverter(typeof(ServiceEnumConverter<DataTransferApiType>))]
public readonly struct DataTransferApiType : IServiceEnum<DataTransferApiType>, IEquatable<DataTransferApiType>
{
    /// <summary>A value as the service writes it.</summary>
    /// <param name="value">The text, in the service's spelling.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public DataTransferApiType(string value) => Value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>The value as the service writes it; empty for a default one.</summary>
    public string Value { get => field ?? ""; }

    /// <summary>The service's <c>SYNC</c>.</summary>
    public static DataTransferApiType Sync => new("SYNC");

    /// <summary>The service's <c>ASYNC</c>.</summary>
    public static DataTransferApiType Async => new("ASYNC");

    /// <summary>The service's <c>AUTOMATIC</c>.</summary>
    public static DataTransferApiType Automatic => new("AUTOMATIC");

    static DataTransferApiType IServiceEnum<DataTransferApiType>.FromValue(string value) => new(value);

    /// <summary>Whether both are the same value, compared case-sensitively.</summary>
    public static bool operator ==(DataTransferApiType left, DataTransferApiType right) => left.Equals(right);

    /// <summary>Whether both are different values.</summary>
    public static bool operator !=(DataTransferApiType left, DataTransferApiType right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(DataTransferApiType other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DataTransferApiType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The value as the service writes it.</summary>
    public override string ToString() => Value;
}
