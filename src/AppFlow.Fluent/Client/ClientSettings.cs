using AppFlow.Fluent.Client.Credentials;
using AppFlow.Fluent.Client.Settings;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Client;

/// <summary>All settings of a client, resolved when it is created.</summary>
/// <param name="Target">Where its calls go.</param>
/// <param name="Attempts">How many attempts they may make.</param>
/// <param name="ApplicationId">The application's name; null if it has none.</param>
/// <param name="Credentials">The chain that credentials come from; null if they were given as an option.</param>
internal sealed record ClientSettings(CallTarget Target, AttemptSettings Attempts, Setting? ApplicationId, CredentialChain? Credentials)
{
    private const int LongestApplicationId = 50;

    /// <exception cref="ArgumentException">An option is invalid.</exception>
    /// <exception cref="InvalidOperationException">
    /// The environment, a profile or a profile file is invalid, or no region was found.
    /// </exception>
    public static ClientSettings Resolve(AppFlowClientOptions options, AmbientSettings ambient)
    {
        var sources = new SettingSources(ambient, options.Profile, nameof(options.Profile));
        var target = EndpointResolver.Resolve(options, sources, ambient.Region);
        var applicationId = Setting.OfOption(options.ApplicationId, nameof(options.ApplicationId))
            ?? sources.OfVariable("AWS_SDK_UA_APP_ID")
            ?? sources.OfProfile("sdk_ua_app_id");
        var credentials = options.Credentials is null ? CredentialChain.Of(sources, ambient) : null;

        // Last, because it reads one setting only if the files were already read for another.
        return new ClientSettings(target, AttemptSettings.Resolve(options, sources), applicationId, credentials);
    }

    /// <summary>Logs the settings that the client treats differently than configured.</summary>
    public void Report(ILogger logger)
    {
        if (Attempts.OtherMode is { } mode)
        {
            SettingsLog.RetryModeTreatedAsStandard(logger, mode.Source, mode.Value);
        }

        if (ApplicationId is { Value.Length: > LongestApplicationId } id)
        {
            SettingsLog.LongApplicationId(logger, id.Source, id.Value.Length, LongestApplicationId);
        }
    }
}
