using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>A property that a connector needs for OAuth 2.0 beyond the standard ones.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_OAuth2CustomParameter.html"/>. Members that the service omitted
/// are null, false or an empty list.
/// </remarks>
public sealed record OAuth2CustomParameter
{
    /// <summary>The key of the property.</summary>
    public string? Key { get; init; }

    /// <summary>Whether the property is required.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The property's display name.</summary>
    public string? Label { get; init; }

    /// <summary>What the property is for.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the value is a secret.</summary>
    public bool IsSensitiveField { get; init; }

    /// <summary>The values that the connector supplies.</summary>
    public IReadOnlyList<string> ConnectorSuppliedValues { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Of(null);

    /// <summary>Which address the property belongs to.</summary>
    public OAuth2CustomPropType? Type { get; init; }
}
