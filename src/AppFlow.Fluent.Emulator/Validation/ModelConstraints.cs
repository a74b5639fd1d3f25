namespace AppFlow.Fluent.Emulator.Validation;

/// <summary>
/// The constraints of the service model, shape by shape. The service reads <c>\w</c>, <c>\s</c> and <c>.</c> as Java does: the first two
/// are ASCII, the last matches no line terminator.
/// </summary>
internal static class ModelConstraints
{
    private const string Word = "a-zA-Z0-9_";
    private const string Space = @" \t\n\x0B\f\r";
    private const string Dot = @"[^\n\r\u0085\u2028\u2029]";

    public static StringConstraint ConnectorLabel { get; } =
        new(0, 256, @"[a-zA-Z0-9][\w!@#.-]+", $"[a-zA-Z0-9][{Word}!@#.-]+");

    public static StringConstraint Description { get; } =
        new(0, 1024, @"[\s\w/!@#+=.-]*", $"[{Space}{Word}/!@#+=.-]*");

    public static StringConstraint ClientToken { get; } = new(1, 256, "[ -~]+", "[ -~]+");

    // The model's pattern has only the partition aws; AppFlow runs in others, whose ARNs it must accept.
    public static StringConstraint Arn { get; } =
        new(0, 512, "arn:aws:.*:.*:[0-9]+:.*", $"arn:aws(?:-[a-z0-9]+)*:{Dot}*:{Dot}*:[0-9]+:{Dot}*");

    public static StringConstraint NextToken { get; } = new(0, 2048, @"\S+", $"[^{Space}]+");

    public static IntegerConstraint MaxResults { get; } = new(1, 100);

    public static EnumConstraint ConnectorProvisioningType { get; } = new("LAMBDA");

    public static EnumConstraint ConnectorType { get; } = new(
        "Salesforce",
        "Singular",
        "Slack",
        "Redshift",
        "S3",
        "Marketo",
        "Googleanalytics",
        "Zendesk",
        "Servicenow",
        "Datadog",
        "Trendmicro",
        "Snowflake",
        "Dynatrace",
        "Infornexus",
        "Amplitude",
        "Veeva",
        "EventBridge",
        "LookoutMetrics",
        "Upsolver",
        "Honeycode",
        "CustomerProfiles",
        "SAPOData",
        "CustomConnector",
        "Pardot");
}
