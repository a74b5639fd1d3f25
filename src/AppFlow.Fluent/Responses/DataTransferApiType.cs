using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>How a data transfer API moves data. A value that the service adds later is kept as it is.</summary>
/// <param name="Value">The value as the service writes it.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_DataTransferApi.html"/>.</remarks>
[JsonConverter(typeof(ServiceEnumConverter<DataTransferApiType>))]
public readonly record struct DataTransferApiType(string Value) : IServiceEnum<DataTransferApiType>
{
    /// <summary>The value as the service writes it; empty for a default one.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>The service's <c>SYNC</c>.</summary>
    public static DataTransferApiType Sync => new("SYNC");

    /// <summary>The service's <c>ASYNC</c>.</summary>
    public static DataTransferApiType Async => new("ASYNC");

    /// <summary>The service's <c>AUTOMATIC</c>.</summary>
    public static DataTransferApiType Automatic => new("AUTOMATIC");

    static DataTransferApiType IServiceEnum<DataTransferApiType>.FromValue(string value) => new(value);

    /// <summary>The value as the service writes it.</summary>
    public override string ToString() => Value;
}
