using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>A setting that a connector takes when a flow runs.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ConnectorRuntimeSetting.html"/>. What the service left out is null, false or an empty list.</remarks>
public sealed record ConnectorRuntimeSetting
{
    [JsonConstructor]
    internal ConnectorRuntimeSetting(
        string? key,
        string? dataType,
        bool isRequired,
        string? label,
        string? description,
        string? scope,
        IReadOnlyList<string>? connectorSuppliedValueOptions)
    {
        Key = key;
        DataType = dataType;
        IsRequired = isRequired;
        Label = label;
        Description = description;
        Scope = scope;
        ConnectorSuppliedValueOptions = ValueList<string>.Of(connectorSuppliedValueOptions);
    }

    /// <summary>The key of the setting.</summary>
    public string? Key { get; }

    /// <summary>The data type of the value.</summary>
    public string? DataType { get; }

    /// <summary>Whether the setting is required.</summary>
    public bool IsRequired { get; }

    /// <summary>What to call the setting to a person.</summary>
    public string? Label { get; }

    /// <summary>What the setting is for.</summary>
    public string? Description { get; }

    /// <summary>Where the setting holds: profile, source or destination.</summary>
    public string? Scope { get; }

    /// <summary>The values that the connector supplies.</summary>
    public IReadOnlyList<string> ConnectorSuppliedValueOptions { get; }
}
