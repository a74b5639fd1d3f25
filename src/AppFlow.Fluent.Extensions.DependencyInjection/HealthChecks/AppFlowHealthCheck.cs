using AppFlow.Fluent.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AppFlow.Fluent.Extensions.DependencyInjection.HealthChecks;

/// <summary>Checks whether a client of the container could make calls, and optionally whether one succeeds.</summary>
internal sealed class AppFlowHealthCheck(IServiceProvider provider, object? serviceKey, bool listOneConnector) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>();
        try
        {
            // Resolved here, because creating it may fail, and a registration that throws gives no result.
            var client = provider.GetRequiredKeyedService<IAppFlowClient>(serviceKey);
            if (client is AppFlowClient real)
            {
                data["region"] = real.Region;
                data["endpoint"] = real.Endpoint.GetLeftPart(UriPartial.Path);
                await HostedClient.CheckCredentialsAsync(real, cancellationToken).ConfigureAwait(false);
            }

            if (listOneConnector)
            {
                var page = await ConnectorRegistration.List().WithMaxResults(1).SendAsync(client, cancellationToken).ConfigureAwait(false);
                data["requestId"] = page.RequestId ?? "";
            }

            return HealthCheckResult.Healthy(listOneConnector ? "Amazon AppFlow lists connectors." : "The client has a region and credentials.", data);
        }
        catch (Exception e)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, e.Message, e, data);
        }
    }
}
