using AppFlow.Fluent;
using Fleet.Outcomes;
using Fleet.Releases;
using Fleet.Targets;
using Hangfire;

namespace Fleet.Jobs;

/// <summary>
/// Brings a release to a target. It may be killed anywhere and run again on any machine, even twice at once. The connector itself says whether
/// it has the release. The operation id's token covers everything that happens between that answer and the update.
/// </summary>
internal sealed class RolloutJob(ITargetClients clients)
{
    [AutomaticRetry(Attempts = 0)]
    [RetrySameCall]
    [RecordOutcome]
    [JobDisplayName("{1} to {0}")]
    public async Task<TargetOutcome> RunAsync(Target target, Release release, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(release);
        var client = clients.For(target);
        var found = await DescribeAsync(target, client, cancellationToken);
        if (AccountOf(found) is { } account && account != target.Account)
        {
            throw new RolloutRefusedException($"The credentials belong to account {account}, not {target.Account}: nothing was changed.");
        }

        // This check comes first, because after 8 hours the service has forgotten the token and would apply the call once more.
        if (release.IsOn(found, target.Lambda))
        {
            return new TargetOutcome(OutcomeState.Replayed);
        }

        var updated = await release.UpdateOf(target.Label, target.Lambda).SendAsync(client, cancellationToken);

        ConnectorConfiguration now;
        try
        {
            now = await DescribeAsync(target, client, cancellationToken);
        }
        catch (AppFlowException unread) when (!unread.IsRetryable)
        {
            // Its own token would say that no update was sent.
            throw new RolloutRefusedException($"The update was answered, but the connector could not be read after it: {unread.ErrorCode ?? unread.GetType().Name}: {unread.Message}")
            {
                ClientToken = updated.ClientToken,
            };
        }

        // A return to an earlier release within 8 hours uses its old token, so the service repeats the old answer.
        if (!release.IsOn(now, target.Lambda))
        {
            throw new RolloutRefusedException(
                $"The service answered, but the connector still does not carry #{release.Name}: this call was made before, within 8 hours, and another release came since. Roll out under a new name.")
            {
                ClientToken = updated.ClientToken,
            };
        }

        return new TargetOutcome(OutcomeState.Done, ClientToken: updated.ClientToken);
    }

    private static async Task<ConnectorConfiguration> DescribeAsync(Target target, IAppFlowClient client, CancellationToken cancellationToken) =>
        (await ConnectorRegistration.Describe(target.Label).SendAsync(client, cancellationToken)).ConnectorConfiguration;

    private static string? AccountOf(ConnectorConfiguration connector) =>
        connector.ConnectorArn?.Split(':') is [_, _, _, _, { Length: > 0 } account, ..] ? account : null;
}
