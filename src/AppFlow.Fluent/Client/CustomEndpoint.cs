using AppFlow.Fluent.Client.Settings;

namespace AppFlow.Fluent.Client;

/// <summary>A configured address that replaces the region's own.</summary>
/// <param name="Uri">The address.</param>
/// <param name="Setting">The setting it comes from.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html"/>.</remarks>
internal sealed record CustomEndpoint(Uri Uri, Setting Setting)
{
    private const string Key = "endpoint_url";

    // The service's name in variables and in services sections.
    private const string ServiceKey = "appflow";

    private const string Expected = "an absolute http or https address, for example http://localhost:8321";

    /// <summary>The configured address; null if there is none, or if those of environment and profile must be ignored.</summary>
    public static CustomEndpoint? Find(AppFlowClientOptions options, SettingSources sources)
    {
        if (options.Endpoint is { } option)
        {
            return Checked(option, Setting.Given(option.OriginalString, nameof(options.Endpoint)), options.AllowPlainHttp);
        }

        if (SettingSources.IsTrue(sources.Flag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls")))
        {
            return null;
        }

        var configured = sources.OfVariable("AWS_ENDPOINT_URL_APPFLOW")
            ?? sources.OfVariable("AWS_ENDPOINT_URL")
            ?? OfServicesSection(sources)
            ?? sources.OfProfile(Key);
        return configured is null
            ? null
            : Uri.TryCreate(configured.Value, UriKind.Absolute, out var uri)
                ? Checked(uri, configured, options.AllowPlainHttp)
                : throw Refused(configured);
    }

    private static Setting? OfServicesSection(SettingSources sources)
    {
        const string Kind = "services";

        if (sources.OfProfile(Kind) is not { } services)
        {
            return null;
        }

        var section = sources.Profiles.ConfigSection(Kind, services.Value)
            ?? throw services.Fault(
                $"{services.Source} must be the name of a section [services {SettingText.Of(services.Value)}] in "
                + $"{SettingText.Of(sources.Profiles.ConfigPath)}, which has none of that name.");
        return section.Find(ServiceKey, Key) is { } property
            ? new Setting(property.Value, $"{Key} of {ServiceKey} in [services {SettingText.Of(services.Value)}] ({section.Path}, line {property.Line})")
            : null;
    }

    private static CustomEndpoint Checked(Uri endpoint, Setting setting, bool allowPlainHttp)
    {
        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttps && endpoint.Scheme != Uri.UriSchemeHttp))
        {
            throw Refused(setting);
        }

        if (endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0)
        {
            throw setting.Fault($"{setting.Source} may hold a host, a port and a path, but no user, query or fragment.");
        }

        if (endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback && !allowPlainHttp)
        {
            throw setting.Fault(
                $"{setting.Source} is plain http to {endpoint.Host}, which is not this machine. Use https, or set {nameof(AppFlowClientOptions.AllowPlainHttp)} of {nameof(AppFlowClientOptions)}.");
        }

        return new CustomEndpoint(endpoint, setting);
    }

    // The configured text may contain a password, which must not be quoted.
    private static Exception Refused(Setting setting) => (setting with { Value = EndpointText.Of(setting.Value) }).Refused(Expected);
}
