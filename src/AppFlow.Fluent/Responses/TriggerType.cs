using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>What starts a flow. Values that the service adds later are preserved.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ConnectorConfiguration.html"/>.</remarks>
[JsonConverter(typeof(ServiceEnumConverter<TriggerType>))]
public readonly struct TriggerType : IServiceEnum<TriggerType>, IEquatable<TriggerType>
{
    /// <summary>A value as the service writes it.</summary>
    /// <param name="value">The text, in the service's spelling.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public TriggerType(string value) => Value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>The value as the service writes it; empty for a default one.</summary>
    public string Value { get => field ?? ""; }

    /// <summary>The service's <c>Scheduled</c>.</summary>
    public static TriggerType Scheduled => new("Scheduled");

    /// <summary>The service's <c>Event</c>.</summary>
    public static TriggerType Event => new("Event");

    /// <summary>The service's <c>OnDemand</c>.</summary>
    public static TriggerType OnDemand => new("OnDemand");

    static TriggerType IServiceEnum<TriggerType>.FromValue(string value) => new(value);

    /// <summary>Whether both are the same value, compared case-sensitively.</summary>
    public static bool operator ==(TriggerType left, TriggerType right) => left.Equals(right);

    /// <summary>Whether both are different values.</summary>
    public static bool operator !=(TriggerType left, TriggerType right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(TriggerType other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TriggerType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The value as the service writes it.</summary>
    public override string ToString() => Value;
}
