using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>What starts a flow. A value that the service adds later is kept as it is.</summary>
/// <param name="Value">The value as the service writes it.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ConnectorConfiguration.html"/>.</remarks>
[JsonConverter(typeof(ServiceEnumConverter<TriggerType>))]
public readonly record struct TriggerType(string Value) : IServiceEnum<TriggerType>
{
    /// <summary>The value as the service writes it; empty for a default one.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>The service's <c>Scheduled</c>.</summary>
    public static TriggerType Scheduled => new("Scheduled");

    /// <summary>The service's <c>Event</c>.</summary>
    public static TriggerType Event => new("Event");

    /// <summary>The service's <c>OnDemand</c>.</summary>
    public static TriggerType OnDemand => new("OnDemand");

    static TriggerType IServiceEnum<TriggerType>.FromValue(string value) => new(value);

    /// <summary>The value as the service writes it.</summary>
    public override string ToString() => Value;
}
