using AppFlow.Fluent.Emulator;
using AppFlow.Fluent.Extensions.DependencyInjection.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests.Readme;

/// <summary>The README's application.</summary>
public sealed class ApplicationTests
{
    private static readonly double[] Boundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    [Fact]
    public async Task The_application_starts_is_healthy_and_rolls_out()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("AppFlow:Endpoint", $"{appflow.Endpoint}")]);
        builder.Services.Configure<AppFlowClientOptions>(options => options.Credentials = appflow.Credentials);
        builder.Services.AddSingleton<Rollout>();
        builder.Services.AddAppFlowClient(builder.Configuration.GetSection("AppFlow"));
        builder.Services.AddHealthChecks().AddAppFlow();
        using var host = builder.Build();
        await host.StartAsync();

        Assert.Equal(HealthStatus.Healthy, (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status);
        await ConnectorRegistration.Register("orders").WithLambda(Containers.LambdaArn).SendAsync(host.Services.GetRequiredService<IAppFlowClient>());
        await host.Services.GetRequiredService<Rollout>().RunAsync("orders", "release-42", CancellationToken.None);
        Assert.Equal(2, appflow.Applied.Count);
        await host.StopAsync();
    }

    [Fact]
    public void Clients_of_several_regions_have_keys()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "rollouts" });
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("AppFlowUs:Region", "us-west-2")]);
        builder.Services.AddKeyedAppFlowClient("eu", options => options.Region = "eu-central-1");
        builder.Services.AddKeyedAppFlowClient("us", builder.Configuration.GetSection("AppFlowUs"));
        builder.Services.AddOptions<AppFlowClientOptions>("eu").Configure<IHostEnvironment>((options, host) => options.ApplicationId = host.ApplicationName);
        builder.Services.AddSingleton<OfEurope>();
        using var host = builder.Build();

        Assert.Equal("rollouts", Containers.OptionsOf(host.Services, "eu").ApplicationId);
        Assert.Equal("eu-central-1", Assert.IsType<AppFlowClient>(host.Services.GetRequiredService<OfEurope>().Client).Region);
        Assert.Equal("us-west-2", host.Services.GetRequiredKeyedService<AppFlowClient>("us").Region);
    }

    [Fact]
    public async Task The_recipe_for_OpenTelemetry_gives_spans_and_metrics_in_buckets_of_seconds()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        appflow.SetFaults(new FaultPlan { Rules = [new() { Kind = FaultKind.ErrorBeforeApplying, StatusCode = 503, Nth = 1 }] });
        var (spans, exported) = (new List<System.Diagnostics.Activity>(), new List<Metric>());
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddAppFlowClient(options => (options.Endpoint, options.Credentials) = (appflow.Endpoint, appflow.Credentials));
        builder.Services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddSource("AppFlow.Fluent"))
            .WithMetrics(metrics => metrics.AddMeter("AppFlow.Fluent"));
        builder.Services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddInMemoryExporter(spans));
        builder.Services.ConfigureOpenTelemetryMeterProvider(meters => meters.AddInMemoryExporter(exported));
        using var host = builder.Build();
        await host.StartAsync();
        var token = $"{Guid.NewGuid()}";

        await ConnectorRegistration.Register("orders").WithLambda(Containers.LambdaArn).WithClientToken(token).SendAsync(host.Services.GetRequiredService<IAppFlowClient>());
        Assert.True(host.Services.GetRequiredService<TracerProvider>().ForceFlush() && host.Services.GetRequiredService<MeterProvider>().ForceFlush());
        await host.StopAsync();

        var span = Assert.Single(spans, span => Equals(span.GetTagItem("appflow.client_token"), token));
        Assert.Equal(("Appflow.RegisterConnector", 2), (span.DisplayName, span.GetTagItem("appflow.attempts")));
        Assert.All(["client.call.duration", "client.call.retry_delay"], name => Assert.Equal(Boundaries, BoundariesOf(exported, name)));
        Assert.All(["client.call.attempts", "client.call.retry_quota"], name => Assert.Contains(exported, metric => metric.Name == name));
    }

    private static IEnumerable<double> BoundariesOf(List<Metric> metrics, string name)
    {
        var metric = metrics.First(metric => metric.Name == name);
        Assert.Equal((MetricType.Histogram, "s"), (metric.MetricType, metric.Unit));
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var boundaries = new List<double>();
            foreach (var bucket in point.GetHistogramBuckets())
            {
                boundaries.Add(bucket.ExplicitBound);
            }

            return boundaries.SkipLast(1);
        }

        return [];
    }

    private sealed record OfEurope([FromKeyedServices("eu")] IAppFlowClient Client);
}
