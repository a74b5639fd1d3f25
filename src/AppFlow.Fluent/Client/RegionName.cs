using System.Buffers;
using AppFlow.Fluent.Client.Settings;

namespace AppFlow.Fluent.Client;

/// <summary>The form of a region's name.</summary>
internal static class RegionName
{
    private const int MaxLength = 63;
    private const string MayBe = "a region's name such as eu-central-1, made of small letters, digits and hyphens";

    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>The region's name, unless it can be none.</summary>
    public static string Checked(Setting setting)
    {
        var region = setting.Value;
        if (region.Length > MaxLength || region.AsSpan().ContainsAnyExcept(Characters) || region.StartsWith('-') || region.EndsWith('-'))
        {
            throw setting.Refused(MayBe);
        }

        // Names of endpoints that older tools put in the place of a region; a signature made for one is refused.
        if (region.StartsWith("fips-", StringComparison.Ordinal) || region.EndsWith("-fips", StringComparison.Ordinal))
        {
            throw setting.Refused($"{MayBe}, and none that stands for FIPS (for that, set {nameof(AppFlowClientOptions.UseFips)} or AWS_USE_FIPS_ENDPOINT)");
        }

        if (region.StartsWith("aws-", StringComparison.Ordinal)
            || region.EndsWith("-global", StringComparison.Ordinal)
            || region.Contains("-fips-", StringComparison.Ordinal))
        {
            throw setting.Refused($"{MayBe}, and no pseudo region");
        }

        return region;
    }
}
