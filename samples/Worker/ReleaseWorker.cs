using AppFlow.Fluent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Worker;

/// <summary>Registers a connector, rolls out one release after another, then stops the host.</summary>
internal sealed partial class ReleaseWorker(
    IAppFlowClient client,
    IOptions<ReleaseOptions> options,
    IHostApplicationLifetime lifetime,
    ILogger<ReleaseWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RollOutAsync(options.Value, stoppingToken);
            lifetime.StopApplication();
        }
        catch (OperationCanceledException e) when (stoppingToken.IsCancellationRequested)
        {
            // The service may have applied the call in progress. With its token, the call can be continued.
            Stopped(logger, e.Data["ClientToken"] as string ?? "none");
        }
    }

    private async Task RollOutAsync(ReleaseOptions releases, CancellationToken stoppingToken)
    {
        try
        {
            await ConnectorRegistration.Register(releases.ConnectorLabel).WithLambda(releases.LambdaArn).SendAsync(client, stoppingToken);
        }
        catch (ConflictException)
        {
            AlreadyThere(logger, releases.ConnectorLabel);
        }

        foreach (var release in releases.Names)
        {
            Sending(logger, release);
            var updated = await ConnectorRegistration.Update(releases.ConnectorLabel)
                .WithDescription(release)
                .WithOperationId(release)
                .SendAsync(client, stoppingToken);
            RolledOut(logger, release, updated.ConnectorArn, updated.ClientToken);
            await Task.Delay(releases.Pause, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{ConnectorLabel} is already registered")]
    private static partial void AlreadyThere(ILogger logger, string connectorLabel);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Release} is being rolled out")]
    private static partial void Sending(ILogger logger, string release);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Release} was applied to {ConnectorArn} (client token {ClientToken})")]
    private static partial void RolledOut(ILogger logger, string release, string connectorArn, string clientToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stopped in the middle of a call; its client token is {ClientToken}")]
    private static partial void Stopped(ILogger logger, string clientToken);
}
