using Amazon.Runtime;
using AppFlow.Fluent.Emulator;
using AppFlow.Fluent.Extensions.DependencyInjection.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests;

/// <summary>The health check: what it checks, and that it never throws.</summary>
public sealed class HealthCheckTests
{
    [Fact]
    public async Task Region_and_credentials_are_enough_and_nothing_is_sent()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        var entry = await CheckAsync(services =>
        {
            services.AddAppFlowClient(options => (options.Endpoint, options.Credentials) = (appflow.Endpoint, appflow.Credentials));
            services.AddHealthChecks().AddAppFlow();
        });

        Assert.Equal((HealthStatus.Healthy, "us-east-1"), (entry.Status, entry.Data["region"]));
        Assert.Empty(appflow.Received);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_connector_is_listed_if_asked_to(bool isKeyed)
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        void Configure(AppFlowClientOptions options) => (options.Endpoint, options.Credentials) = (appflow.Endpoint, appflow.Credentials);
        var entry = await CheckAsync(
            services =>
            {
                var checks = services.AddHealthChecks();
                if (isKeyed)
                {
                    services.AddKeyedAppFlowClient("eu", Configure);
                    checks.AddKeyedAppFlow("eu", listOneConnector: true);
                }
                else
                {
                    services.AddAppFlowClient(Configure);
                    checks.AddAppFlow("mine", listOneConnector: true);
                }
            },
            isKeyed ? "appflow:eu" : "mine");

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal("ListConnectors", Assert.Single(appflow.Received).Operation);
    }

    [Fact]
    public async Task Missing_credentials_are_reported()
    {
        var entry = await CheckAsync(services =>
        {
            services.AddAppFlowClient(options => options.Region = "eu-central-1");
            services.AddHealthChecks().AddAppFlow();
        });

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Contains("No AWS credentials were found", entry.Description!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_region_is_reported()
    {
        var entry = await CheckAsync(services =>
        {
            services.AddAppFlowClient();
            services.AddHealthChecks().AddAppFlow();
        });

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Contains("No region", entry.Description!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_reported_with_the_configured_status()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        var entry = await CheckAsync(services =>
        {
            services.AddAppFlowClient(options => (options.Endpoint, options.Credentials) = (appflow.Endpoint, new BasicAWSCredentials("stranger", "secret")));
            services.AddHealthChecks().AddAppFlow(listOneConnector: true, failureStatus: HealthStatus.Degraded);
        });

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.IsAssignableFrom<AppFlowException>(entry.Exception);
    }

    [Fact]
    public async Task An_unregistered_client_is_a_failed_result() =>
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(services => services.AddHealthChecks().AddAppFlow())).Status);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task For_a_fake_only_the_list_is_checked(bool listOneConnector)
    {
        var entry = await CheckAsync(services =>
        {
            services.AddAppFlowClient().AddSingleton<IAppFlowClient, FakeClient>();
            services.AddHealthChecks().AddAppFlow(listOneConnector: listOneConnector);
        });

        Assert.Equal((HealthStatus.Healthy, listOneConnector ? "of the fake" : null), (entry.Status, entry.Data.GetValueOrDefault("requestId")));
    }

    [Fact]
    public async Task Even_a_cancelled_check_does_not_throw()
    {
        await using var provider = Containers.Build(services =>
        {
            services.AddAppFlowClient(options => (options.Region, options.Credentials) = ("eu-central-1", Containers.Credentials));
            services.AddHealthChecks().AddAppFlow(listOneConnector: true);
        });
        var registration = provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<HealthCheckServiceOptions>>().Value.Registrations.Single();
        var result = await registration.Factory(provider).CheckHealthAsync(new HealthCheckContext { Registration = registration }, new CancellationToken(canceled: true));

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.IsAssignableFrom<OperationCanceledException>(result.Exception);
    }

    private static async Task<HealthReportEntry> CheckAsync(Action<IServiceCollection> add, string name = "appflow")
    {
        await using var provider = Containers.Build(services => add(services.AddLogging()));
        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        return report.Entries[name];
    }
}
