using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using AppFlow.Fluent;

namespace Fleet.Targets;

/// <summary>
/// A client for each account and region, which its jobs share, because connections, credentials and the quota of retries belong to the account
/// and not to the job. Thread-safe.
/// </summary>
internal sealed class TargetClients : ITargetClients, IDisposable
{
    private readonly ConcurrentDictionary<Way, Lazy<AppFlowClient>> _clients = new();

    /// <exception cref="InvalidOperationException">The machine's settings cannot be read, or have no such profile.</exception>
    /// <exception cref="ArgumentException">The target's settings are not valid for a client.</exception>
    public IAppFlowClient For(Target target) =>
        _clients.GetOrAdd(
            new Way(target.Account, target.Region, target.Endpoint, target.Role, target.Profile),
            way => new Lazy<AppFlowClient>(() => new AppFlowClient(OptionsOf(way)))).Value;

    public void Dispose()
    {
        foreach (var client in _clients.Values.Where(client => client.IsValueCreated))
        {
            client.Value.Dispose();
        }
    }

    private static AppFlowClientOptions OptionsOf(Way way)
    {
        var options = new AppFlowClientOptions { Region = way.Region, Profile = way.Profile, Endpoint = way.Endpoint };
        if (way.Endpoint is not null)
        {
            // The machine's settings for AWS's own endpoints do not apply to an emulator.
            (options.UseFips, options.UseDualStack) = (false, false);
        }

        if (way.Role is not null)
        {
            options.Credentials = new AssumeRoleAWSCredentials(
                DefaultAWSCredentialsIdentityResolver.GetCredentials(), way.Role, "appflow-fleet");
        }

        return options;
    }

    private sealed record Way(string Account, string Region, Uri? Endpoint, string? Role, string? Profile);
}
