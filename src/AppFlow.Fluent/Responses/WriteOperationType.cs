using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>How a connector writes to its destination. A value that the service adds later is kept as it is.</summary>
/// <param name="Value">The value as the service writes it.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ConnectorConfiguration.html"/>.</remarks>
[JsonConverter(typeof(ServiceEnumConverter<WriteOperationType>))]
public readonly record struct WriteOperationType(string Value) : IServiceEnum<WriteOperationType>
{
    /// <summary>The value as the service writes it; empty for a default one.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>The service's <c>INSERT</c>.</summary>
    public static WriteOperationType Insert => new("INSERT");

    /// <summary>The service's <c>UPSERT</c>.</summary>
    public static WriteOperationType Upsert => new("UPSERT");

    /// <summary>The service's <c>UPDATE</c>.</summary>
    public static WriteOperationType Update => new("UPDATE");

    /// <summary>The service's <c>DELETE</c>.</summary>
    public static WriteOperationType Delete => new("DELETE");

    static WriteOperationType IServiceEnum<WriteOperationType>.FromValue(string value) => new(value);

    /// <summary>The value as the service writes it.</summary>
    public override string ToString() => Value;
}
