using System.Buffers;

namespace AppFlow.Fluent.Client;

/// <summary>Which address a client calls and which region it signs for.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/general/latest/gr/appflow.html"/> for the public endpoints.</remarks>
internal static class EndpointResolver
{
    private const string RegionOfCustomEndpoints = "us-east-1";
    private const int MaxRegionLength = 63;

    private static readonly SearchValues<char> RegionCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <param name="options">What the caller set.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="fallbackRegion">Asks AWSSDK.Core; the argument says whether the machine's metadata may be asked.</param>
    public static CallTarget Resolve(
        AppFlowClientOptions options,
        Func<string, string?> environment,
        Func<bool, string?> fallbackRegion)
    {
        var custom = CustomEndpoint(options, environment);
        if (custom is not null)
        {
            RefuseVariants(options);
        }

        var region = NotEmpty(options.Region)
            ?? NotEmpty(environment("AWS_REGION"))
            ?? NotEmpty(environment("AWS_DEFAULT_REGION"))
            ?? NotEmpty(fallbackRegion(custom is null))
            ?? (custom is null ? throw new InvalidOperationException(SetupGuide.NoRegion) : RegionOfCustomEndpoints);
        CheckRegion(region);

        return custom is null
            ? new CallTarget(PublicEndpoint(region, options.UseFips == true, options.UseDualStack == true), region) { IsRegional = true }
            : new CallTarget(custom, region);
    }

    private static Uri? CustomEndpoint(AppFlowClientOptions options, Func<string, string?> environment)
    {
        if (options.Endpoint is { } endpoint)
        {
            return Checked(endpoint, nameof(AppFlowClientOptions.Endpoint), options.AllowPlainHttp);
        }

        foreach (var name in (ReadOnlySpan<string>)["AWS_ENDPOINT_URL_APPFLOW", "AWS_ENDPOINT_URL"])
        {
            if (NotEmpty(environment(name)) is { } value)
            {
                return Uri.TryCreate(value, UriKind.Absolute, out var uri)
                    ? Checked(uri, name, options.AllowPlainHttp)
                    : throw Fault(name, $"{name} is not an absolute address: '{EndpointText.Of(value)}'.");
            }
        }

        return null;
    }

    private static Uri Checked(Uri endpoint, string source, bool allowPlainHttp)
    {
        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttps && endpoint.Scheme != Uri.UriSchemeHttp))
        {
            throw Fault(source, $"{source} must be an absolute http or https address; it is '{EndpointText.Of(endpoint.OriginalString)}'.");
        }

        if (endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0)
        {
            throw Fault(source, $"{source} may hold a host, a port and a path, but no user, query or fragment.");
        }

        if (endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback && !allowPlainHttp)
        {
            throw Fault(
                source,
                $"{source} is plain http to {endpoint.Host}, which is not this machine. Use https, or set {nameof(AppFlowClientOptions.AllowPlainHttp)}.");
        }

        return endpoint;
    }

    private static void RefuseVariants(AppFlowClientOptions options)
    {
        if (options.UseFips == true)
        {
            throw Fault(
                nameof(options.UseFips),
                "Invalid Configuration: FIPS and custom endpoint are not supported. Leave out UseFips or the endpoint.");
        }

        if (options.UseDualStack == true)
        {
            throw Fault(
                nameof(options.UseDualStack),
                "Invalid Configuration: Dualstack and custom endpoint are not supported. Leave out UseDualStack or the endpoint.");
        }
    }

    private static void CheckRegion(string region)
    {
        if (region.Length > MaxRegionLength || region.AsSpan().ContainsAnyExcept(RegionCharacters) || region.StartsWith('-') || region.EndsWith('-'))
        {
            throw Fault(
                nameof(AppFlowClientOptions.Region),
                $"Region must be a region's name such as eu-central-1, made of small letters, digits and hyphens; it is '{region}'.");
        }
    }

    private static Uri PublicEndpoint(string region, bool fips, bool dualStack)
    {
        var partition = Partition.Of(region);
        var suffix = dualStack
            ? partition.DualStackDnsSuffix
                ?? throw Fault(
                    nameof(AppFlowClientOptions.UseDualStack),
                    $"DualStack is enabled but the partition of {region} does not support DualStack.")
            : partition.DnsSuffix;
        return new Uri($"https://appflow{(fips ? "-fips" : "")}.{region}.{suffix}");
    }

    private static ArgumentException Fault(string setting, string message) => new(message, setting);

    private static string? NotEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
