using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>How a connector writes to its destination. Values that the service adds later are preserved.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ConnectorConfiguration.html"/>.</remarks>
[JsonConverter(typeof(ServiceEnumConverter<WriteOperationType>))]
public readonly struct WriteOperationType : IServiceEnum<WriteOperationType>, IEquatable<WriteOperationType>
{
    /// <summary>A value as the service writes it.</summary>
    /// <param name="value">The text, in the service's spelling.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public WriteOperationType(string value) => Value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>The value as the service writes it; empty for a default one.</summary>
    public string Value { get => field ?? ""; }

    /// <summary>The service's <c>INSERT</c>.</summary>
    public static WriteOperationType Insert => new("INSERT");

    /// <summary>The service's <c>UPSERT</c>.</summary>
    public static WriteOperationType Upsert => new("UPSERT");

    /// <summary>The service's <c>UPDATE</c>.</summary>
    public static WriteOperationType Update => new("UPDATE");

    /// <summary>The service's <c>DELETE</c>.</summary>
    public static WriteOperationType Delete => new("DELETE");

    static WriteOperationType IServiceEnum<WriteOperationType>.FromValue(string value) => new(value);

    /// <summary>Whether both are the same value, compared case-sensitively.</summary>
    public static bool operator ==(WriteOperationType left, WriteOperationType right) => left.Equals(right);

    /// <summary>Whether both are different values.</summary>
    public static bool operator !=(WriteOperationType left, WriteOperationType right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(WriteOperationType other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is WriteOperationType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The value as the service writes it.</summary>
    public override string ToString() => Value;
}
