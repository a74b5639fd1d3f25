using AppFlow.Fluent.Client.Settings;

namespace AppFlow.Fluent.Client;

/// <summary>Clients that a container makes: their settings are decided when the application starts, and nobody beyond this process is asked for them.</summary>
internal static class HostedClient
{
    // The machine's metadata may take many seconds to say nothing.
    private static readonly AmbientSettings Ambient = AmbientSettings.OfProcess with { Region = static _ => AmbientSettings.OfProcess.Region(false) };

    /// <summary>Says what a client of these options would say when it is made.</summary>
    /// <exception cref="ArgumentException">An option cannot be.</exception>
    /// <exception cref="InvalidOperationException">The environment or a profile says what cannot be, or no region was found.</exception>
    public static void Check(AppFlowClientOptions options) => ClientSettings.Resolve(options, Ambient);

    /// <inheritdoc cref="Check"/>
    public static AppFlowClient Make(AppFlowClientOptions options) => new(options, Ambient, Random.Shared.NextDouble);

    /// <summary>Gets credentials as a call would.</summary>
    /// <exception cref="InvalidOperationException">There are none, or whoever has them failed or is late.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed of.</exception>
    public static Task CheckCredentialsAsync(AppFlowClient client, CancellationToken cancellationToken) => client.CheckCredentialsAsync(cancellationToken);
}
