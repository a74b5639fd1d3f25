namespace AppFlow.Fluent.Client.Settings;

/// <summary>The service on an EC2 instance that knows its region and its role.</summary>
internal static class InstanceMetadata
{
    /// <summary>The variable that keeps everybody from asking it.</summary>
    public const string DisabledVariable = "AWS_EC2_METADATA_DISABLED";

    public static bool IsDisabled(Func<string, string?> variable) =>
        string.Equals(variable(DisabledVariable)?.Trim(), "true", StringComparison.OrdinalIgnoreCase);
}
