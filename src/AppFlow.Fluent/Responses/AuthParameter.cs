using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>A parameter of a custom authentication.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_AuthParameter.html"/>. What the service left out is null, false or an empty list.</remarks>
public sealed record AuthParameter
{
    [JsonConstructor]
    internal AuthParameter(
        string? key,
        bool isRequired,
        string? label,
        string? description,
        bool isSensitiveField,
        IReadOnlyList<string>? connectorSuppliedValues)
    {
        Key = key;
        IsRequired = isRequired;
        Label = label;
        Description = description;
        IsSensitiveField = isSensitiveField;
        ConnectorSuppliedValues = ValueList<string>.Of(connectorSuppliedValues);
    }

    /// <summary>The key of the parameter.</summary>
    public string? Key { get; }

    /// <summary>Whether the parameter is required.</summary>
    public bool IsRequired { get; }

    /// <summary>What to call the parameter to a person.</summary>
    public string? Label { get; }

    /// <summary>What the parameter is for.</summary>
    public string? Description { get; }

    /// <summary>Whether the value is a secret.</summary>
    public bool IsSensitiveField { get; }

    /// <summary>The values that the connector supplies.</summary>
    public IReadOnlyList<string> ConnectorSuppliedValues { get; }
}
