namespace AppFlow.Fluent;

/// <summary>An API of the connected application that transfers data.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_DataTransferApi.html"/>. Members that the service omitted are
/// null, false or an empty list.
/// </remarks>
public sealed record DataTransferApi
{
    /// <summary>The name of the API.</summary>
    public string? Name { get; init; }

    /// <summary>How the API moves data.</summary>
    public DataTransferApiType? Type { get; init; }
}
