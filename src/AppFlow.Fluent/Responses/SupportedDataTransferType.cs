using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>What a connector transfers: records or files. A value that the service adds later is kept as it is.</summary>
/// <param name="Value">The value as the service writes it.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ConnectorConfiguration.html"/>.</remarks>
[JsonConverter(typeof(ServiceEnumConverter<SupportedDataTransferType>))]
public readonly record struct SupportedDataTransferType(string Value) : IServiceEnum<SupportedDataTransferType>
{
    /// <summary>The value as the service writes it; empty for a default one.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>The service's <c>RECORD</c>.</summary>
    public static SupportedDataTransferType Record => new("RECORD");

    /// <summary>The service's <c>FILE</c>.</summary>
    public static SupportedDataTransferType File => new("FILE");

    static SupportedDataTransferType IServiceEnum<SupportedDataTransferType>.FromValue(string value) => new(value);

    /// <summary>The value as the service writes it.</summary>
    public override string ToString() => Value;
}
