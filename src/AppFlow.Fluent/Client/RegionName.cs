using System.Buffers;
using AppFlow.Fluent.Client.Settings;

namespace AppFlow.Fluent.Client;

/// <summary>Validates the form of a region's name.</summary>
internal static class RegionName
{
    private const int MaxLength = 63;
    private const string Expected = "a region's name such as eu-central-1, made of lower-case letters, digits and hyphens";

    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>The region's name, if it has the form of one.</summary>
    public static string Checked(Setting setting)
    {
        var region = setting.Value;
        if (region.Length > MaxLength || region.AsSpan().ContainsAnyExcept(Characters) || region.StartsWith('-') || region.EndsWith('-'))
        {
            throw setting.Refused(Expected);
        }

        // Endpoint names that older tools used as regions; the service refuses a signature for one.
        if (region.StartsWith("fips-", StringComparison.Ordinal) || region.EndsWith("-fips", StringComparison.Ordinal))
        {
            throw setting.Refused($"{Expected}, and not a FIPS pseudo region (for FIPS, set {nameof(AppFlowClientOptions.UseFips)} or AWS_USE_FIPS_ENDPOINT)");
        }

        if (region.StartsWith("aws-", StringComparison.Ordinal)
            || region.EndsWith("-global", StringComparison.Ordinal)
            || region.Contains("-fips-", StringComparison.Ordinal))
        {
            throw setting.Refused($"{Expected}, and not a pseudo region");
        }

        return region;
    }
}
