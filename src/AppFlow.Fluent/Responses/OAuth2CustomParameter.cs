using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>A property that a connector needs for OAuth 2.0 beyond the standard ones.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_OAuth2CustomParameter.html"/>. What the service left out is null, false or an empty list.</remarks>
public sealed record OAuth2CustomParameter
{
    [JsonConstructor]
    internal OAuth2CustomParameter(
        string? key,
        bool isRequired,
        string? label,
        string? description,
        bool isSensitiveField,
        IReadOnlyList<string>? connectorSuppliedValues,
        OAuth2CustomPropType? type)
    {
        Key = key;
        IsRequired = isRequired;
        Label = label;
        Description = description;
        IsSensitiveField = isSensitiveField;
        ConnectorSuppliedValues = ValueList<string>.Of(connectorSuppliedValues);
        Type = type;
    }

    /// <summary>The key of the property.</summary>
    public string? Key { get; }

    /// <summary>Whether the property is required.</summary>
    public bool IsRequired { get; }

    /// <summary>What to call the property to a person.</summary>
    public string? Label { get; }

    /// <summary>What the property is for.</summary>
    public string? Description { get; }

    /// <summary>Whether the value is a secret.</summary>
    public bool IsSensitiveField { get; }

    /// <summary>The values that the connector supplies.</summary>
    public IReadOnlyList<string> ConnectorSuppliedValues { get; }

    /// <summary>Which address the property belongs to.</summary>
    public OAuth2CustomPropType? Type { get; }
}
