using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>A parameter of a custom authentication.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_AuthParameter.html"/>. Members that the service omitted are
/// null, false or an empty list.
/// </remarks>
public sealed record AuthParameter
{
    /// <summary>The key of the parameter.</summary>
    public string? Key { get; init; }

    /// <summary>Whether the parameter is required.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The parameter's display name.</summary>
    public string? Label { get; init; }

    /// <summary>What the parameter is for.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the value is a secret.</summary>
    public bool IsSensitiveField { get; init; }

    /// <summary>The values that the connector supplies.</summary>
    public IReadOnlyList<string> ConnectorSuppliedValues { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Of(null);
}
