using Amazon;
using Amazon.Runtime;

namespace AppFlow.Fluent.Client.Settings;

/// <summary>What the process and the machine say where an option is not set: the one door to them for all settings.</summary>
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

    /// <summary>A process and a machine that say nothing.</summary>
    public static AmbientSettings None { get; } = new()
    {
        Variable = static _ => null,
        Home = static () => null,
        ReadFile = static _ => null,
        Region = static _ => null,
    };

    /// <summary>Reads an environment variable.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The folder of the user where no variable names it; null where there is none.</summary>
    public required Func<string?> Home { get; init; }

    /// <summary>Reads a file whole; null where there is none.</summary>
    public required Func<string, string?> ReadFile { get; init; }

    /// <summary>Asks AWSSDK.Core for the region; the argument says whether the machine's metadata may be asked.</summary>
    public required Func<bool, string?> Region { get; init; }

    /// <summary>An environment variable, trimmed; null where it is empty.</summary>
    public string? Value(string variable) => Variable(variable) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static string? HomeOfUser() => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home ? home : null;

    // A directory is not opened here either, but whoever names one is told so.
    private static string? ReadFileIfThere(string path) => File.Exists(path) || Directory.Exists(path) ? File.ReadAllText(path) : null;

    // FallbackRegionFactory would ask the environment and the profile once more, and keep the answer for every client to come.
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
            // A machine that cannot say is one without a region: the caller is told what to set.
            return null;
        }
    }
}
