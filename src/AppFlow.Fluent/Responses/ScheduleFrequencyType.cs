using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>How often a flow can run. A value that the service adds later is kept as it is.</summary>
/// <param name="Value">The value as the service writes it.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ConnectorConfiguration.html"/>.</remarks>
[JsonConverter(typeof(ServiceEnumConverter<ScheduleFrequencyType>))]
public readonly record struct ScheduleFrequencyType(string Value) : IServiceEnum<ScheduleFrequencyType>
{
    /// <summary>The value as the service writes it; empty for a default one.</summary>
    public string Value { get => field ?? ""; } = Value;

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

    /// <summary>The value as the service writes it.</summary>
    public override string ToString() => Value;
}
