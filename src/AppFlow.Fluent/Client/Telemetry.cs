using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AppFlow.Fluent.Client;

/// <summary>
/// The sources of traces and metrics, all under the name <c>AppFlow.Fluent</c>. Spans follow OpenTelemetry's conventions for AWS SDK calls;
/// metrics use the names of the AWS SDK for .NET where they exist.
/// </summary>
/// <remarks>
/// See <see href="https://opentelemetry.io/docs/specs/semconv/cloud-providers/aws-sdk/"/> and
/// <see href="https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/observability-metrics.html"/>.
/// </remarks>
internal static class Telemetry
{
    public const string Name = "AppFlow.Fluent";

    /// <summary>The service id of Amazon AppFlow, as in every AWS SDK.</summary>
    public const string ServiceId = "Appflow";

    private static readonly Meter Meter = new(Name);

    // A call on a good connection takes a few milliseconds, one with all its waits half a minute.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    };

    public static ActivitySource Calls { get; } = new(Name);

    public static Histogram<double> CallDuration { get; } =
        Meter.CreateHistogram<double>("client.call.duration", "s", "The duration of a call, with all its attempts and the waits between them.", tags: null, Seconds);

    public static Counter<long> Attempts { get; } =
        Meter.CreateCounter<long>("client.call.attempts", "{attempt}", "The attempts of calls.");

    public static Counter<long> Errors { get; } =
        Meter.CreateCounter<long>("client.call.errors", "{error}", "The calls that ended with an exception.");

    public static Histogram<double> RetryDelay { get; } =
        Meter.CreateHistogram<double>("client.call.retry_delay", "s", "The waits between attempts.", tags: null, Seconds);

    public static Gauge<int> RetryQuota { get; } =
        Meter.CreateGauge<int>("client.call.retry_quota", "{token}", "The rest of a client's retry quota of 500, after each retry and each success.");
}
