using System.Text.Json;
using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>A connector as <c>DescribeConnector</c> shows it.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ConnectorConfiguration.html"/>. What the service left out is null, false or an empty list.</remarks>
public sealed record ConnectorConfiguration
{
    private readonly JsonValue _connectorMetadata;

    [JsonConstructor]
    internal ConnectorConfiguration(
        bool canUseAsSource,
        bool canUseAsDestination,
        IReadOnlyList<ConnectorType>? supportedDestinationConnectors,
        IReadOnlyList<ScheduleFrequencyType>? supportedSchedulingFrequencies,
        bool isPrivateLinkEnabled,
        bool isPrivateLinkEndpointUrlRequired,
        IReadOnlyList<TriggerType>? supportedTriggerTypes,
        JsonElement? connectorMetadata,
        ConnectorType? connectorType,
        string? connectorLabel,
        string? connectorDescription,
        string? connectorOwner,
        string? connectorName,
        string? connectorVersion,
        string? connectorArn,
        IReadOnlyList<string>? connectorModes,
        AuthenticationConfig? authenticationConfig,
        IReadOnlyList<ConnectorRuntimeSetting>? connectorRuntimeSettings,
        IReadOnlyList<string>? supportedApiVersions,
        IReadOnlyList<Operators>? supportedOperators,
        IReadOnlyList<WriteOperationType>? supportedWriteOperations,
        ConnectorProvisioningType? connectorProvisioningType,
        ConnectorProvisioningConfig? connectorProvisioningConfig,
        string? logoURL,
        DateTimeOffset? registeredAt,
        string? registeredBy,
        IReadOnlyList<SupportedDataTransferType>? supportedDataTransferTypes,
        IReadOnlyList<DataTransferApi>? supportedDataTransferApis)
    {
        CanUseAsSource = canUseAsSource;
        CanUseAsDestination = canUseAsDestination;
        SupportedDestinationConnectors = ValueList<ConnectorType>.Of(supportedDestinationConnectors);
        SupportedSchedulingFrequencies = ValueList<ScheduleFrequencyType>.Of(supportedSchedulingFrequencies);
        IsPrivateLinkEnabled = isPrivateLinkEnabled;
        IsPrivateLinkEndpointUrlRequired = isPrivateLinkEndpointUrlRequired;
        SupportedTriggerTypes = ValueList<TriggerType>.Of(supportedTriggerTypes);
        _connectorMetadata = new JsonValue(connectorMetadata);
        ConnectorType = connectorType;
        ConnectorLabel = connectorLabel;
        ConnectorDescription = connectorDescription;
        ConnectorOwner = connectorOwner;
        ConnectorName = connectorName;
        ConnectorVersion = connectorVersion;
        ConnectorArn = connectorArn;
        ConnectorModes = ValueList<string>.Of(connectorModes);
        AuthenticationConfig = authenticationConfig;
        ConnectorRuntimeSettings = ValueList<ConnectorRuntimeSetting>.Of(connectorRuntimeSettings);
        SupportedApiVersions = ValueList<string>.Of(supportedApiVersions);
        SupportedOperators = ValueList<Operators>.Of(supportedOperators);
        SupportedWriteOperations = ValueList<WriteOperationType>.Of(supportedWriteOperations);
        ConnectorProvisioningType = connectorProvisioningType;
        ConnectorProvisioningConfig = connectorProvisioningConfig?.Lambda?.LambdaArn is null ? null : connectorProvisioningConfig;
        LogoURL = logoURL;
        RegisteredAt = registeredAt;
        RegisteredBy = registeredBy;
        SupportedDataTransferTypes = ValueList<SupportedDataTransferType>.Of(supportedDataTransferTypes);
        SupportedDataTransferApis = ValueList<DataTransferApi>.Of(supportedDataTransferApis);
    }

    /// <summary>Whether a flow can read from it.</summary>
    public bool CanUseAsSource { get; }

    /// <summary>Whether a flow can write to it.</summary>
    public bool CanUseAsDestination { get; }

    /// <summary>Where a flow that reads from it can write to.</summary>
    public IReadOnlyList<ConnectorType> SupportedDestinationConnectors { get; }

    /// <summary>How often a flow can read from it.</summary>
    public IReadOnlyList<ScheduleFrequencyType> SupportedSchedulingFrequencies { get; }

    /// <summary>Whether AWS PrivateLink can be used.</summary>
    public bool IsPrivateLinkEnabled { get; }

    /// <summary>Whether AWS PrivateLink needs an endpoint address.</summary>
    public bool IsPrivateLinkEndpointUrlRequired { get; }

    /// <summary>What can start a flow.</summary>
    public IReadOnlyList<TriggerType> SupportedTriggerTypes { get; }

    /// <summary>What the service says of a built-in connector, as it came; null for custom connectors.</summary>
    public JsonElement? ConnectorMetadata => _connectorMetadata.Element;

    /// <summary>The kind of the connector.</summary>
    public ConnectorType? ConnectorType { get; }

    /// <summary>The label that it was registered under.</summary>
    public string? ConnectorLabel { get; }

    /// <summary>The description.</summary>
    public string? ConnectorDescription { get; }

    /// <summary>Who owns the connector.</summary>
    public string? ConnectorOwner { get; }

    /// <summary>The name.</summary>
    public string? ConnectorName { get; }

    /// <summary>The version.</summary>
    public string? ConnectorVersion { get; }

    /// <summary>The ARN.</summary>
    public string? ConnectorArn { get; }

    /// <summary>The modes that it supports, such as <c>SOURCE</c> and <c>DESTINATION</c>.</summary>
    public IReadOnlyList<string> ConnectorModes { get; }

    /// <summary>How it authenticates.</summary>
    public AuthenticationConfig? AuthenticationConfig { get; }

    /// <summary>The settings that it takes when a flow runs.</summary>
    public IReadOnlyList<ConnectorRuntimeSetting> ConnectorRuntimeSettings { get; }

    /// <summary>The API versions of the connected application that it supports.</summary>
    public IReadOnlyList<string> SupportedApiVersions { get; }

    /// <summary>The operators that it supports.</summary>
    public IReadOnlyList<Operators> SupportedOperators { get; }

    /// <summary>How it can write.</summary>
    public IReadOnlyList<WriteOperationType> SupportedWriteOperations { get; }

    /// <summary>What runs it.</summary>
    public ConnectorProvisioningType? ConnectorProvisioningType { get; }

    /// <summary>The Lambda function that runs it.</summary>
    public ConnectorProvisioningConfig? ConnectorProvisioningConfig { get; }

    /// <summary>The address of its logo.</summary>
    public string? LogoURL { get; }

    /// <summary>When it was registered.</summary>
    [JsonConverter(typeof(EpochSecondsConverter))]
    public DateTimeOffset? RegisteredAt { get; }

    /// <summary>Who registered it.</summary>
    public string? RegisteredBy { get; }

    /// <summary>What it transfers.</summary>
    public IReadOnlyList<SupportedDataTransferType> SupportedDataTransferTypes { get; }

    /// <summary>The APIs that it can transfer data with.</summary>
    public IReadOnlyList<DataTransferApi> SupportedDataTransferApis { get; }
}
