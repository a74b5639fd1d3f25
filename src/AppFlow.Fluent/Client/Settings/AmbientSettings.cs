using Amazon;
using Amazon.Runtime;

namespace AppFlow.Fluent.Client.Settings;

/// <summary>The only access to the settings of the process and the machine, for options that are not set.</summary>
internal sealed record AmbientSettings
{
    /// <summary>The settings of this process.</summary>
    public static AmbientSettings OfProcess { get; } = new()
    {
        Variable = Environment.GetEnvironmentVariable,
        Home = HomeOfUser,
        ReadFile = ReadFileIfThere,
        Region = RegionOfProgramOrMachine,
    };

    /// <summary>A process and a machine without settings.</summary>
    public static AmbientSettings None { get; } = new()
    {
        Variable = static _ => null,
        Home = static () => null,
        ReadFile = static _ => null,
        Region = static _ => null,
    };

    /// <summary>Reads an environment variable.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The user's home folder if no variable names it; null if there is none.</summary>
    public required Func<string?> Home { get; init; }

    /// <summary>Reads a whole file; null if it does not exist.</summary>
    public required Func<string, string?> ReadFile { get; init; }

    /// <summary>Gets the region from AWSSDK.Core; the argument says whether it may query the machine's metadata.</summary>
    public required Func<bool, string?> Region { get; init; }

    /// <summary>An environment variable, trimmed; null if it is empty.</summary>
    public string? Value(string variable) => Variable(variable) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static string? HomeOfUser() => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home ? home : null;

    // A directory cannot be read either, but the error must say so.
    private static string? ReadFileIfThere(string path) => File.Exists(path) || Directory.Exists(path) ? File.ReadAllText(path) : null;

    // FallbackRegionFactory would read the environment and the profile again, and cache the result for every later client.
    private static string? RegionOfProgramOrMachine(bool includeInstanceMetadata)
    {
        if (AWSConfigs.AWSRegion is { Length: > 0 } region)
        {
            return region;
        }

        try
        {
            return includeInstanceMetadata && !InstanceMetadata.IsDisabled(Environment.GetEnvironmentVariable)
                ? new InstanceProfileAWSRegion().Region?.SystemName
                : null;
        }
        catch (Exception)
        {
            // An error here means that there is no region: the caller gets a message about what to set.
            return null;
        }
    }
}
