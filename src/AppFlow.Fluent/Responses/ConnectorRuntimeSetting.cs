using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>A setting that a connector takes when a flow runs.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ConnectorRuntimeSetting.html"/>. Members that the service
/// omitted are null, false or an empty list.
/// </remarks>
public sealed record ConnectorRuntimeSetting
{
    /// <summary>The key of the setting.</summary>
    public string? Key { get; init; }

    /// <summary>The data type of the value.</summary>
    public string? DataType { get; init; }

    /// <summary>Whether the setting is required.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The setting's display name.</summary>
    public string? Label { get; init; }

    /// <summary>What the setting is for.</summary>
    public string? Description { get; init; }

    /// <summary>Where the setting applies: profile, source or destination.</summary>
    public string? Scope { get; init; }

    /// <summary>The values that the connector supplies.</summary>
    public IReadOnlyList<string> ConnectorSuppliedValueOptions { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Of(null);
}
