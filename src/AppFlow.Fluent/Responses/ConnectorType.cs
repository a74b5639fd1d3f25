using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>
/// The kind of a connector: one of those built into AppFlow, or a custom one. Values that the service adds later are preserved.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ConnectorConfiguration.html"/>.</remarks>
[JsonConverter(typeof(ServiceEnumConverter<ConnectorType>))]
public readonly struct ConnectorType : IServiceEnum<ConnectorType>, IEquatable<ConnectorType>
{
    /// <summary>A value as the service writes it.</summary>
    /// <param name="value">The text, in the service's spelling.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public ConnectorType(string value) => Value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>The value as the service writes it; empty for a default one.</summary>
    public string Value { get => field ?? ""; }

    /// <summary>The service's <c>Salesforce</c>.</summary>
    public static ConnectorType Salesforce => new("Salesforce");

    /// <summary>The service's <c>Singular</c>.</summary>
    public static ConnectorType Singular => new("Singular");

    /// <summary>The service's <c>Slack</c>.</summary>
    public static ConnectorType Slack => new("Slack");

    /// <summary>The service's <c>Redshift</c>.</summary>
    public static ConnectorType Redshift => new("Redshift");

    /// <summary>The service's <c>S3</c>.</summary>
    public static ConnectorType S3 => new("S3");

    /// <summary>The service's <c>Marketo</c>.</summary>
    public static ConnectorType Marketo => new("Marketo");

    /// <summary>The service's <c>Googleanalytics</c>.</summary>
    public static ConnectorType Googleanalytics => new("Googleanalytics");

    /// <summary>The service's <c>Zendesk</c>.</summary>
    public static ConnectorType Zendesk => new("Zendesk");

    /// <summary>The service's <c>Servicenow</c>.</summary>
    public static ConnectorType Servicenow => new("Servicenow");

    /// <summary>The service's <c>Datadog</c>.</summary>
    public static ConnectorType Datadog => new("Datadog");

    /// <summary>The service's <c>Trendmicro</c>.</summary>
    public static ConnectorType Trendmicro => new("Trendmicro");

    /// <summary>The service's <c>Snowflake</c>.</summary>
    public static ConnectorType Snowflake => new("Snowflake");

    /// <summary>The service's <c>Dynatrace</c>.</summary>
    public static ConnectorType Dynatrace => new("Dynatrace");

    /// <summary>The service's <c>Infornexus</c>.</summary>
    public static ConnectorType Infornexus => new("Infornexus");

    /// <summary>The service's <c>Amplitude</c>.</summary>
    public static ConnectorType Amplitude => new("Amplitude");

    /// <summary>The service's <c>Veeva</c>.</summary>
    public static ConnectorType Veeva => new("Veeva");

    /// <summary>The service's <c>EventBridge</c>.</summary>
    public static ConnectorType EventBridge => new("EventBridge");

    /// <summary>The service's <c>LookoutMetrics</c>.</summary>
    public static ConnectorType LookoutMetrics => new("LookoutMetrics");

    /// <summary>The service's <c>Upsolver</c>.</summary>
    public static ConnectorType Upsolver => new("Upsolver");

    /// <summary>The service's <c>Honeycode</c>.</summary>
    public static ConnectorType Honeycode => new("Honeycode");

    /// <summary>The service's <c>CustomerProfiles</c>.</summary>
    public static ConnectorType CustomerProfiles => new("CustomerProfiles");

    /// <summary>The service's <c>SAPOData</c>.</summary>
    public static ConnectorType SAPOData => new("SAPOData");

    /// <summary>The service's <c>CustomConnector</c>.</summary>
    public static ConnectorType CustomConnector => new("CustomConnector");

    /// <summary>The service's <c>Pardot</c>.</summary>
    public static ConnectorType Pardot => new("Pardot");

    static ConnectorType IServiceEnum<ConnectorType>.FromValue(string value) => new(value);

    /// <summary>Whether both are the same value, compared case-sensitively.</summary>
    public static bool operator ==(ConnectorType left, ConnectorType right) => left.Equals(right);

    /// <summary>Whether both are different values.</summary>
    public static bool operator !=(ConnectorType left, ConnectorType right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ConnectorType other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ConnectorType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The value as the service writes it.</summary>
    public override string ToString() => Value;
}
