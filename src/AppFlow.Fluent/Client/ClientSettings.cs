using AppFlow.Fluent.Client.Credentials;
using AppFlow.Fluent.Client.Settings;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Client;

/// <summary>All that a client settled on when it was made.</summary>
/// <param name="Target">Where its calls go.</param>
/// <param name="Attempts">How many attempts they may make.</param>
/// <param name="ApplicationId">What the application calls itself; null where it has no name.</param>
/// <param name="Credentials">Where credentials come from that are not given; null where they are.</param>
internal sealed record ClientSettings(CallTarget Target, AttemptSettings Attempts, Setting? ApplicationId, CredentialChain? Credentials)
{
    private const int LongestApplicationId = 50;

    /// <exception cref="ArgumentException">An option cannot be.</exception>
    /// <exception cref="InvalidOperationException">The environment, a profile or its file cannot be, or no region was found.</exception>
    public static ClientSettings Resolve(AppFlowClientOptions options, AmbientSettings ambient)
    {
        var sources = new SettingSources(ambient, options.Profile, nameof(options.Profile));
        var target = EndpointResolver.Resolve(options, sources, ambient.Region);
        var applicationId = Setting.OfOption(options.ApplicationId, nameof(options.ApplicationId))
            ?? sources.OfVariable("AWS_SDK_UA_APP_ID")
            ?? sources.OfProfile("sdk_ua_app_id");
        var credentials = options.Credentials is null ? CredentialChain.Of(sources, ambient) : null;

        // Last, for it looks at one setting only where the files were read for another.
        return new ClientSettings(target, AttemptSettings.Resolve(options, sources), applicationId, credentials);
    }

    /// <summary>Says what is taken otherwise than it was set.</summary>
    public void Report(ILogger logger)
    {
        if (Attempts.OtherMode is { } mode)
        {
            SettingsLog.RetryModeTakenAsStandard(logger, mode.Source, mode.Value);
        }

        if (ApplicationId is { Value.Length: > LongestApplicationId } id)
        {
            SettingsLog.LongApplicationId(logger, id.Source, id.Value.Length, LongestApplicationId);
        }
    }
}
