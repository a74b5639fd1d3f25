using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>A connector as <c>ListConnectors</c> shows it.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ConnectorDetail.html"/>. Members that the service omitted are
/// null, false or an empty list.
/// </remarks>
public sealed record ConnectorDetail
{
    /// <summary>The description.</summary>
    public string? ConnectorDescription { get; init; }

    /// <summary>The name.</summary>
    public string? ConnectorName { get; init; }

    /// <summary>Who owns the connector.</summary>
    public string? ConnectorOwner { get; init; }

    /// <summary>The version.</summary>
    public string? ConnectorVersion { get; init; }

    /// <summary>The kind of the connected application.</summary>
    public string? ApplicationType { get; init; }

    /// <summary>The kind of the connector.</summary>
    public ConnectorType? ConnectorType { get; init; }

    /// <summary>The label that it was registered under.</summary>
    public string? ConnectorLabel { get; init; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset? RegisteredAt { get; init; }

    /// <summary>Who registered it.</summary>
    public string? RegisteredBy { get; init; }

    /// <summary>How it is provisioned.</summary>
    public ConnectorProvisioningType? ConnectorProvisioningType { get; init; }

    /// <summary>The modes that it supports, such as <c>SOURCE</c> and <c>DESTINATION</c>.</summary>
    public IReadOnlyList<string> ConnectorModes { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Of(null);

    /// <summary>The kind of data that it transfers.</summary>
    public IReadOnlyList<SupportedDataTransferType> SupportedDataTransferTypes { get; init => field = ValueList<SupportedDataTransferType>.Of(value); } = ValueList<SupportedDataTransferType>.Of(null);
}
