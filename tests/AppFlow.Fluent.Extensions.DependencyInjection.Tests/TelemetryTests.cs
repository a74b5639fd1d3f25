using AppFlow.Fluent.Emulator;
using AppFlow.Fluent.Extensions.DependencyInjection.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests;

/// <summary>The README's recipe for OpenTelemetry, with the in-memory exporter.</summary>
public sealed class TelemetryTests
{
    private static readonly double[] Boundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    [Fact]
    public async Task The_recipe_exports_spans_and_metrics_in_buckets_of_seconds()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        appflow.SetFaults(new FaultPlan { Rules = [new() { Kind = FaultKind.ErrorBeforeApplying, StatusCode = 503, Nth = 1 }] });
        var (spans, metrics) = (new List<System.Diagnostics.Activity>(), new List<Metric>());
        var label = $"orders-{Guid.NewGuid():N}";
        await using var provider = Containers.Build(services =>
        {
            services.AddAppFlowClient(options => (options.Endpoint, options.Credentials) = (appflow.Endpoint, appflow.Credentials));
            services.AddOpenTelemetry()
                .WithTracing(traces => traces.AddSource("AppFlow.Fluent").AddInMemoryExporter(spans))
                .WithMetrics(meters => meters.AddMeter("AppFlow.Fluent").AddInMemoryExporter(metrics));
        });
        var (traces, meters) = (provider.GetRequiredService<TracerProvider>(), provider.GetRequiredService<MeterProvider>());

        await ConnectorRegistration.Register(label).WithLambda(Containers.LambdaArn).WithClientToken(label).SendAsync(provider.GetRequiredService<IAppFlowClient>());
        Assert.True(traces.ForceFlush() && meters.ForceFlush());

        var span = Assert.Single(spans, span => Equals(span.GetTagItem("appflow.client_token"), label));
        Assert.Equal(("Appflow.RegisterConnector", 2), (span.DisplayName, span.GetTagItem("appflow.attempts")));
        Assert.All(["client.call.duration", "client.call.retry_delay"], name => Assert.Equal(Boundaries, BoundariesOf(metrics, name)));
        Assert.All(["client.call.attempts", "client.call.retry_quota"], name => Assert.Contains(metrics, metric => metric.Name == name));
    }

    private static IEnumerable<double> BoundariesOf(List<Metric> metrics, string name)
    {
        var metric = Assert.Single(metrics, metric => metric.Name == name);
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
}
