namespace AppFlow.Fluent.Client.Settings;

/// <summary>The metadata service of an EC2 instance, which knows its region and role.</summary>
internal static class InstanceMetadata
{
    /// <summary>The variable that disables its use.</summary>
    public const string DisabledVariable = "AWS_EC2_METADATA_DISABLED";

    public static bool IsDisabled(Func<string, string?> variable) =>
        string.Equals(variable(DisabledVariable)?.Trim(), "true", StringComparison.OrdinalIgnoreCase);
}
