using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>How often a flow can run. Values that the service adds later are preserved.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ConnectorConfiguration.html"/>.</remarks>
[JsonConverter(typeof(ServiceEnumConverter<ScheduleFrequencyType>))]
public readonly struct ScheduleFrequencyType : IServiceEnum<ScheduleFrequencyType>, IEquatable<ScheduleFrequencyType>
{
    /// <summary>A value as the service writes it.</summary>
    /// <param name="value">The text, in the service's spelling.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public ScheduleFrequencyType(string value) => Value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>The value as the service writes it; empty for a default one.</summary>
    public string Value { get => field ?? ""; }

    /// <summary>The service's <c>BYMINUTE</c>.</summary>
    public static ScheduleFrequencyType ByMinute => new("BYMINUTE");

    /// <summary>The service's <c>HOURLY</c>.</summary>
    public static ScheduleFrequencyType Hourly => new("HOURLY");

    /// <summary>The service's <c>DAILY</c>.</summary>
    public static ScheduleFrequencyType Daily => new("DAILY");

    /// <summary>The service's <c>WEEKLY</c>.</summary>
    public static ScheduleFrequencyType Weekly => new("WEEKLY");

    /// <summary>The service's <c>MONTHLY</c>.</summary>
    public static ScheduleFrequencyType Monthly => new("MONTHLY");

    /// <summary>The service's <c>ONCE</c>.</summary>
    public static ScheduleFrequencyType Once => new("ONCE");

    static ScheduleFrequencyType IServiceEnum<ScheduleFrequencyType>.FromValue(string value) => new(value);

    /// <summary>Whether both are the same value, compared case-sensitively.</summary>
    public static bool operator ==(ScheduleFrequencyType left, ScheduleFrequencyType right) => left.Equals(right);

    /// <summary>Whether both are different values.</summary>
    public static bool operator !=(ScheduleFrequencyType left, ScheduleFrequencyType right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ScheduleFrequencyType other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ScheduleFrequencyType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The value as the service writes it.</summary>
    public override string ToString() => Value;
}
