using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>A connector as <c>ListConnectors</c> shows it.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ConnectorDetail.html"/>. What the service left out is null, false or an empty list.</remarks>
public sealed record ConnectorDetail
{
    [JsonConstructor]
    internal ConnectorDetail(
        string? connectorDescription,
        string? connectorName,
        string? connectorOwner,
        string? connectorVersion,
        string? applicationType,
        ConnectorType? connectorType,
        string? connectorLabel,
        DateTimeOffset? registeredAt,
        string? registeredBy,
        ConnectorProvisioningType? connectorProvisioningType,
        IReadOnlyList<string>? connectorModes,
        IReadOnlyList<SupportedDataTransferType>? supportedDataTransferTypes)
    {
        ConnectorDescription = connectorDescription;
        ConnectorName = connectorName;
        ConnectorOwner = connectorOwner;
        ConnectorVersion = connectorVersion;
        ApplicationType = applicationType;
        ConnectorType = connectorType;
        ConnectorLabel = connectorLabel;
        RegisteredAt = registeredAt;
        RegisteredBy = registeredBy;
        ConnectorProvisioningType = connectorProvisioningType;
        ConnectorModes = ValueList<string>.Of(connectorModes);
        SupportedDataTransferTypes = ValueList<SupportedDataTransferType>.Of(supportedDataTransferTypes);
    }

    /// <summary>The description.</summary>
    public string? ConnectorDescription { get; }

    /// <summary>The name.</summary>
    public string? ConnectorName { get; }

    /// <summary>Who owns the connector.</summary>
    public string? ConnectorOwner { get; }

    /// <summary>The version.</summary>
    public string? ConnectorVersion { get; }

    /// <summary>The kind of the connected application.</summary>
    public string? ApplicationType { get; }

    /// <summary>The kind of the connector.</summary>
    public ConnectorType? ConnectorType { get; }

    /// <summary>The label that it was registered under.</summary>
    public string? ConnectorLabel { get; }

    /// <summary>When it was registered.</summary>
    [JsonConverter(typeof(EpochSecondsConverter))]
    public DateTimeOffset? RegisteredAt { get; }

    /// <summary>Who registered it.</summary>
    public string? RegisteredBy { get; }

    /// <summary>What runs it.</summary>
    public ConnectorProvisioningType? ConnectorProvisioningType { get; }

    /// <summary>The modes that it supports, such as <c>SOURCE</c> and <c>DESTINATION</c>.</summary>
    public IReadOnlyList<string> ConnectorModes { get; }

    /// <summary>What it transfers.</summary>
    public IReadOnlyList<SupportedDataTransferType> SupportedDataTransferTypes { get; }
}
