using AppFlow.Fluent.Client.Settings;

namespace AppFlow.Fluent.Client;

/// <summary>
/// Creates clients for a container: their settings are resolved when the application starts, without asking anything outside this process.
/// </summary>
internal static class HostedClient
{
    // The machine's metadata may take many seconds to fail.
    private static readonly AmbientSettings Ambient = AmbientSettings.OfProcess with { Region = static _ => AmbientSettings.OfProcess.Region(false) };

    /// <summary>Throws what creating a client with these options would throw.</summary>
    /// <exception cref="ArgumentException">An option cannot be.</exception>
    /// <exception cref="InvalidOperationException">The environment or a profile has an invalid value, or no region was found.</exception>
    public static void Check(AppFlowClientOptions options) => ClientSettings.Resolve(options, Ambient);

    /// <inheritdoc cref="Check"/>
    public static AppFlowClient Make(AppFlowClientOptions options) => new(options, Ambient, Random.Shared.NextDouble);

    /// <summary>Gets credentials as a call would.</summary>
    /// <exception cref="InvalidOperationException">There are none, or the provider failed or timed out.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public static Task CheckCredentialsAsync(AppFlowClient client, CancellationToken cancellationToken) => client.CheckCredentialsAsync(cancellationToken);
}
