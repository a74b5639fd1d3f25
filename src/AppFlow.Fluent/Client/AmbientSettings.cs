using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AppFlow.Fluent.Client;

/// <summary>What the process and the machine say where an option is not set.</summary>
internal sealed record AmbientSettings
{
    /// <summary>The settings of this process.</summary>
    public static AmbientSettings Current { get; } = new()
    {
        Variable = System.Environment.GetEnvironmentVariable,
        Region = static includeInstanceMetadata => FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata)?.SystemName,
        MaxAttempts = MaxAttemptsOfProfile,
    };

    /// <summary>Reads an environment variable.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Asks AWSSDK.Core for the region; the argument says whether the machine's metadata may be asked.</summary>
    public required Func<bool, string?> Region { get; init; }

    /// <summary>Asks AWSSDK.Core for <c>max_attempts</c> of the profile; null where it is absent or cannot be read.</summary>
    public required Func<int?> MaxAttempts { get; init; }

    private static int? MaxAttemptsOfProfile()
    {
        try
        {
            return HasProfile() ? FallbackInternalConfigurationFactory.MaxAttempts : null;
        }
        catch (Exception)
        {
            // A file that cannot be read concerns whoever needs it: the credentials say so, and this setting can do without.
            return null;
        }
    }

    // To be told that there is no profile costs tens of milliseconds of a cold start; to see it costs next to none.
    private static bool HasProfile() =>
        File.Exists(ProfileFile("AWS_CONFIG_FILE", "config")) || File.Exists(ProfileFile("AWS_SHARED_CREDENTIALS_FILE", "credentials"));

    private static string ProfileFile(string variable, string name) =>
        System.Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path
            ? path
            : Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".aws", name);
}
