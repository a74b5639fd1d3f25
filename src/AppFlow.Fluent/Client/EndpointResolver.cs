using AppFlow.Fluent.Client.Settings;

namespace AppFlow.Fluent.Client;

/// <summary>Resolves the address that a client calls and the region that it signs for.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/general/latest/gr/appflow.html"/> for the public endpoints.</remarks>
internal static class EndpointResolver
{
    private const string RegionOfCustomEndpoints = "us-east-1";

    /// <param name="options">The caller's options.</param>
    /// <param name="sources">The other sources of settings.</param>
    /// <param name="fallbackRegion">
    /// Gets the region from AWSSDK.Core; the argument says whether it may query the machine's metadata.
    /// </param>
    public static CallTarget Resolve(AppFlowClientOptions options, SettingSources sources, Func<bool, string?> fallbackRegion)
    {
        var custom = CustomEndpoint.Find(options, sources);
        var fips = sources.Flag(options.UseFips, nameof(options.UseFips), "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint");
        var dualStack = sources.Flag(options.UseDualStack, nameof(options.UseDualStack), "AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint");
        if (custom is not null)
        {
            RefuseCombination(custom.Setting, fips, "FIPS");
            RefuseCombination(custom.Setting, dualStack, "Dualstack");
        }

        var set = Setting.OfOption(options.Region, nameof(options.Region))
            ?? sources.OfVariable("AWS_REGION")
            ?? sources.OfVariable("AWS_DEFAULT_REGION")
            ?? sources.OfProfile("region")
            ?? (fallbackRegion(custom is null) is { Length: > 0 } found ? new Setting(found, "The region that AWSSDK.Core found") : null);
        var region = set is not null
            ? RegionName.Checked(set)
            : custom is null ? throw new InvalidOperationException(SetupGuide.NoRegion) : RegionOfCustomEndpoints;

        return custom is null
            ? new CallTarget(PublicEndpoint(region, SettingSources.IsTrue(fips), SettingSources.IsTrue(dualStack)), region) { IsRegional = true }
            : new CallTarget(custom.Uri, region);
    }

    private static void RefuseCombination(Setting endpoint, Setting? wish, string what)
    {
        if (SettingSources.IsTrue(wish))
        {
            throw wish!.ConflictWith(
                endpoint,
                $"Invalid Configuration: {what} and custom endpoint are not supported. {wish.Source} is true, and {endpoint.Source} sets "
                + $"{EndpointText.Of(endpoint.Value)}. Leave out one of the two.");
        }
    }

    private static Uri PublicEndpoint(string region, bool fips, bool dualStack)
    {
        var partition = Partition.Of(region);
        return new Uri($"https://appflow{(fips ? "-fips" : "")}.{region}.{(dualStack ? partition.DualStackDnsSuffix : partition.DnsSuffix)}");
    }
}
