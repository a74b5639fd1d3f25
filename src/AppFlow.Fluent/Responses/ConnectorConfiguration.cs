using System.Text.Json;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>A connector as <c>DescribeConnector</c> shows it.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ConnectorConfiguration.html"/>. Members that the service omitted
/// are null, false or an empty list.
/// </remarks>
public sealed record ConnectorConfiguration
{
    private readonly JsonValue _connectorMetadata;

    /// <summary>Whether a flow can read from it.</summary>
    public bool CanUseAsSource { get; init; }

    /// <summary>Whether a flow can write to it.</summary>
    public bool CanUseAsDestination { get; init; }

    /// <summary>Where a flow that reads from it can write to.</summary>
    public IReadOnlyList<ConnectorType> SupportedDestinationConnectors { get; init => field = ValueList<ConnectorType>.Of(value); } = ValueList<ConnectorType>.Of(null);

    /// <summary>How often a flow can read from it.</summary>
    public IReadOnlyList<ScheduleFrequencyType> SupportedSchedulingFrequencies { get; init => field = ValueList<ScheduleFrequencyType>.Of(value); } = ValueList<ScheduleFrequencyType>.Of(null);

    /// <summary>Whether AWS PrivateLink can be used.</summary>
    public bool IsPrivateLinkEnabled { get; init; }

    /// <summary>Whether AWS PrivateLink needs an endpoint address.</summary>
    public bool IsPrivateLinkEndpointUrlRequired { get; init; }

    /// <summary>What can start a flow.</summary>
    public IReadOnlyList<TriggerType> SupportedTriggerTypes { get; init => field = ValueList<TriggerType>.Of(value); } = ValueList<TriggerType>.Of(null);

    /// <summary>The service's metadata of a built-in connector, as received; null for custom connectors.</summary>
    public JsonElement? ConnectorMetadata
    {
        get => _connectorMetadata.Element;
        init => _connectorMetadata = new JsonValue(value);
    }

    /// <summary>The kind of the connector.</summary>
    public ConnectorType? ConnectorType { get; init; }

    /// <summary>The label that it was registered under.</summary>
    public string? ConnectorLabel { get; init; }

    /// <summary>The description.</summary>
    public string? ConnectorDescription { get; init; }

    /// <summary>Who owns the connector.</summary>
    public string? ConnectorOwner { get; init; }

    /// <summary>The name.</summary>
    public string? ConnectorName { get; init; }

    /// <summary>The version.</summary>
    public string? ConnectorVersion { get; init; }

    /// <summary>The ARN.</summary>
    public string? ConnectorArn { get; init; }

    /// <summary>The modes that it supports, such as <c>SOURCE</c> and <c>DESTINATION</c>.</summary>
    public IReadOnlyList<string> ConnectorModes { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Of(null);

    /// <summary>How it authenticates.</summary>
    public AuthenticationConfig? AuthenticationConfig { get; init; }

    /// <summary>The settings that it takes when a flow runs.</summary>
    public IReadOnlyList<ConnectorRuntimeSetting> ConnectorRuntimeSettings { get; init => field = ValueList<ConnectorRuntimeSetting>.Of(value); } = ValueList<ConnectorRuntimeSetting>.Of(null);

    /// <summary>The API versions of the connected application that it supports.</summary>
    public IReadOnlyList<string> SupportedApiVersions { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Of(null);

    /// <summary>The operators that it supports.</summary>
    public IReadOnlyList<Operators> SupportedOperators { get; init => field = ValueList<Operators>.Of(value); } = ValueList<Operators>.Of(null);

    /// <summary>The write operations that it supports.</summary>
    public IReadOnlyList<WriteOperationType> SupportedWriteOperations { get; init => field = ValueList<WriteOperationType>.Of(value); } = ValueList<WriteOperationType>.Of(null);

    /// <summary>How it is provisioned.</summary>
    public ConnectorProvisioningType? ConnectorProvisioningType { get; init; }

    /// <summary>The Lambda function that runs it.</summary>
    public ConnectorProvisioningConfig? ConnectorProvisioningConfig
    {
        get;

        // A config without a function is useless, and its null member would surprise callers.
        init => field = value?.Lambda?.LambdaArn is null ? null : value;
    }

    /// <summary>The address of its logo.</summary>
    public string? LogoURL { get; init; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset? RegisteredAt { get; init; }

    /// <summary>Who registered it.</summary>
    public string? RegisteredBy { get; init; }

    /// <summary>The kind of data that it transfers.</summary>
    public IReadOnlyList<SupportedDataTransferType> SupportedDataTransferTypes { get; init => field = ValueList<SupportedDataTransferType>.Of(value); } = ValueList<SupportedDataTransferType>.Of(null);

    /// <summary>The APIs that it can transfer data with.</summary>
    public IReadOnlyList<DataTransferApi> SupportedDataTransferApis { get; init => field = ValueList<DataTransferApi>.Of(value); } = ValueList<DataTransferApi>.Of(null);
}
