using System.Diagnostics;
using System.Diagnostics.Metrics;
using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Client;

/// <summary>Logs, traces and metrics of a call.</summary>
public sealed class TelemetryTests
{
    private const string Name = "AppFlow.Fluent";

    // The listeners receive events of all tests in the process; this identifies ours.
    private readonly Uri _endpoint = new($"https://{Guid.NewGuid():N}.example.com");

    [Fact]
    public async Task A_span_follows_the_conventions_for_AWS_SDK_calls()
    {
        var activity = Assert.Single(await TraceAsync(
            async client => await ConnectorRegistration.Update("orders").WithClientToken("token").SendAsync(client),
            () => Answers.Json(200, Answers.Arn, ("x-amzn-requestid", "id-1"))));

        Assert.Equal(("Appflow.UpdateConnectorRegistration", ActivityKind.Client, ActivityStatusCode.Unset), (activity.DisplayName, activity.Kind, activity.Status));
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["rpc.system"] = "aws-api",
                ["rpc.service"] = "Appflow",
                ["rpc.method"] = "UpdateConnectorRegistration",
                ["cloud.region"] = "us-east-1",
                ["server.address"] = _endpoint.Host,
                ["server.port"] = 443,
                ["appflow.client_token"] = "token",
                ["http.response.status_code"] = 200,
                ["aws.request_id"] = "id-1",
                ["appflow.attempts"] = 1,
            }.Order(ByKey),
            activity.TagObjects.ToDictionary().Order(ByKey));
        Assert.Equal("attempt", Assert.Single(activity.Events).Name);
    }

    [Fact]
    public async Task Attempts_and_retries_are_events_of_the_span()
    {
        var activity = Assert.Single(await TraceAsync(
            async client => await ConnectorRegistration.Update("orders").SendAsync(client),
            ScriptedNetwork.Error(503, "ServiceUnavailable", ("x-amzn-requestid", "id-1")),
            ScriptedNetwork.Lost,
            ScriptedNetwork.Success));

        Assert.Equal(
            [
                "attempt: appflow.attempt=1 aws.request_id=id-1 error.type=ServiceUnavailable http.response.status_code=503",
                "retry: appflow.retry.delay=0.025 appflow.retry.quota=486",
                "attempt: appflow.attempt=2 error.type=System.Net.Http.HttpRequestException",
                "retry: appflow.retry.delay=0.05 appflow.retry.quota=472",
                "attempt: appflow.attempt=3 http.response.status_code=200",
            ],
            activity.Events.Select(Show));
        Assert.Equal(3, activity.GetTagItem("appflow.attempts"));
    }

    [Fact]
    public async Task A_failed_call_is_an_error_of_the_span()
    {
        var activity = Assert.Single(await TraceAsync(
            client => Assert.ThrowsAsync<ConflictException>(() => ConnectorRegistration.Update("orders").SendAsync(client)),
            () => Answers.Json(409, """{"message":"label taken"}""", ("x-amzn-errortype", "ConflictException"))));

        Assert.Equal((ActivityStatusCode.Error, "label taken"), (activity.Status, activity.StatusDescription));
        Assert.Equal("ConflictException", activity.GetTagItem("error.type"));
        Assert.Equal(409, activity.GetTagItem("http.response.status_code"));
    }

    [Fact]
    public async Task A_cancelled_call_is_an_error_of_the_span()
    {
        using var caller = new CancellationTokenSource();
        var activity = Assert.Single(await TraceAsync(
            client => Assert.ThrowsAnyAsync<OperationCanceledException>(() => ConnectorRegistration.Update("orders").SendAsync(client, caller.Token)),
            () =>
            {
                caller.Cancel();
                throw new OperationCanceledException(caller.Token);
            }));

        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Assert.Equal("System.OperationCanceledException", activity.GetTagItem("error.type"));
    }

    [Fact]
    public async Task A_call_that_is_never_sent_is_an_error_of_the_span_without_the_provider_s_message()
    {
        using var log = new CapturingLoggerFactory();
        using var network = ScriptedNetwork.Of();
        var heard = new List<string>();
        using var listener = Listen(heard);
        var credentials = new RotatingCredentials(_ => throw new InvalidOperationException("the secret is 42"));
        using var client = FakeService.RetryingClient(network, new SkippingTime(), loggers: log, endpoint: _endpoint, credentials: credentials);
        var activities = new List<Activity>();
        using var spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("server.address") is string host && host == _endpoint.Host)
                {
                    activities.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(spans);
        Exception thrown;
        using (OnlyHere.Begin())
        {
            thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => ConnectorRegistration.Update("orders").SendAsync(client));
        }

        var span = Assert.Single(activities);
        Assert.Equal((ActivityStatusCode.Error, "Nothing was sent."), (span.Status, span.StatusDescription));
        Assert.Equal(thrown.GetType().FullName, span.GetTagItem("error.type"));
        Assert.Equal(0, span.GetTagItem("appflow.attempts"));
        Assert.Contains(heard, metric => metric.StartsWith("client.call.errors 1", StringComparison.Ordinal));
        Assert.Contains(log.Entries, entry => entry.Contains("was not sent", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Entries, entry => entry.Contains("the secret is", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_span_is_a_child_of_the_caller_s_and_the_parent_of_the_network_s()
    {
        using var source = new ActivitySource(Name + ".Tests." + Guid.NewGuid());
        Activity? inside = null;
        using var listener = new ActivityListener
        {
            ShouldListenTo = heard => heard.Name is Name || heard == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        using var network = new RecordingHandler(_ =>
        {
            inside = Activity.Current;
            return Answers.Json(200, Answers.Arn);
        });
        using var client = FakeService.RetryingClient(network, new SkippingTime(), endpoint: _endpoint);
        using var outer = source.StartActivity("outer");
        await ConnectorRegistration.Update("orders").SendAsync(client);

        Assert.Equal(outer!.SpanId, inside!.ParentSpanId);
        Assert.Equal("Appflow.UpdateConnectorRegistration", inside.DisplayName);
        Assert.Same(outer, Activity.Current);
    }

    [Fact]
    public async Task Metrics_count_calls_attempts_errors_and_waits()
    {
        var heard = new List<string>();
        using var listener = Listen(heard);
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Error(503), ScriptedNetwork.Error(400, "ValidationException"));
        var time = new SkippingTime();
        using var client = FakeService.RetryingClient(network, time, endpoint: _endpoint);
        using (OnlyHere.Begin())
        {
            await Assert.ThrowsAsync<ValidationException>(() => ConnectorRegistration.Update("orders").SendAsync(client));
        }

        Assert.Equal(
            [
                "client.call.attempts 1 {attempt} rpc.method=UpdateConnectorRegistration rpc.service=Appflow",
                "client.call.retry_delay 0.025 s rpc.method=UpdateConnectorRegistration rpc.service=Appflow",
                $"client.call.retry_quota 486 {{token}} rpc.service=Appflow server.address={_endpoint.Authority}",
                "client.call.attempts 1 {attempt} rpc.method=UpdateConnectorRegistration rpc.service=Appflow",
                "client.call.errors 1 {error} exception.type=AppFlow.Fluent.ValidationException rpc.method=UpdateConnectorRegistration rpc.service=Appflow",
                "client.call.duration 0.025 s rpc.method=UpdateConnectorRegistration rpc.service=Appflow",
            ],
            heard);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failing_listener_fails_no_call(bool atOnce)
    {
        Action started = atOnce ? () => throw new InvalidOperationException("the listener's fault") : () => { };
        var outer = Activity.Current;
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => OnlyHere.IsHere ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStarted = _ =>
            {
                if (OnlyHere.IsHere)
                {
                    started();
                }
            },

            // A listener receives the calls of every test, and one that throws stops those after it from being notified.
            ActivityStopped = _ =>
            {
                if (OnlyHere.IsHere)
                {
                    throw new InvalidOperationException("the listener's fault");
                }
            },
        };
        ActivitySource.AddActivityListener(traces);
        using var metrics = Listen(null);
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Error(503), ScriptedNetwork.Success, ScriptedNetwork.Error(400, "ValidationException"));
        using var client = FakeService.RetryingClient(network, new SkippingTime(), endpoint: _endpoint);
        using (OnlyHere.Begin())
        {
            Assert.Equal(2, (await ConnectorRegistration.Update("orders").SendAsync(client)).Attempts);
            await Assert.ThrowsAsync<ValidationException>(() => ConnectorRegistration.Update("orders").SendAsync(client));
            Assert.Same(outer, Activity.Current);
        }
    }

    [Fact]
    public async Task A_used_up_quota_is_reported()
    {
        using var log = new CapturingLoggerFactory();
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Error(503));
        using var client = FakeService.RetryingClient(network, new SkippingTime(), maxAttempts: 100, loggers: log, endpoint: _endpoint);
        await Assert.ThrowsAsync<AppFlowException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Assert.Single(log.Entries, entry => entry.Contains("not tried again after attempt 36: the retry quota is used up (10 left", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_success_without_the_arn_is_reported_as_a_failure()
    {
        using var log = new CapturingLoggerFactory();
        using var network = new RecordingHandler("{}");
        using var client = FakeService.RetryingClient(network, new SkippingTime(), loggers: log, endpoint: _endpoint);
        await Assert.ThrowsAsync<AppFlowException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Assert.Contains(log.Entries, entry => entry.Contains("refused with 200", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Entries, entry => entry.Contains("answered 200,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_log_shows_attempts_waits_and_the_rest_of_the_quota()
    {
        using var log = new CapturingLoggerFactory();
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Error(503, "ServiceUnavailable"), ScriptedNetwork.Success);
        using var client = FakeService.RetryingClient(network, new SkippingTime(), loggers: log, endpoint: _endpoint);
        await ConnectorRegistration.Update("orders").WithClientToken("token").SendAsync(client);

        Assert.Contains(log.Entries, entry => entry.Contains(
            "Operation=UpdateConnectorRegistration; Attempt=1; MaxAttempts=3; StatusCode=503; ErrorCode=ServiceUnavailable", StringComparison.Ordinal)
            && entry.Contains("DelayMilliseconds=25; RetryQuota=486; ClientToken=token", StringComparison.Ordinal));
        Assert.Contains(log.Entries, entry => entry.Contains("attempts 2", StringComparison.Ordinal));
    }

    private static Comparer<KeyValuePair<string, object?>> ByKey => Comparer<KeyValuePair<string, object?>>.Create((a, b) => string.CompareOrdinal(a.Key, b.Key));

    private static string Show(ActivityEvent one) =>
        $"{one.Name}: {string.Join(' ', one.Tags.Where(tag => tag.Value is not null).Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal))}";

    private static MeterListener Listen(List<string>? heard)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name is Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>(Hear);
        listener.SetMeasurementEventCallback<long>(Hear);
        listener.SetMeasurementEventCallback<double>(Hear);
        listener.Start();
        return listener;

        void Hear<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
        {
            if (OnlyHere.IsHere)
            {
                (heard ?? throw new InvalidOperationException("the listener's fault")).Add(
                    $"{instrument.Name} {value} {instrument.Unit} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal))}");
            }
        }
    }

    private async Task<List<Activity>> TraceAsync(Func<AppFlowClient, Task> call, params Func<HttpResponseMessage>[] answers)
    {
        var stopped = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (_endpoint.Host.Equals(activity.GetTagItem("server.address")))
                {
                    stopped.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var network = ScriptedNetwork.Of(answers);
        using var client = FakeService.RetryingClient(network, new SkippingTime(), endpoint: _endpoint);
        await call(client);
        return stopped;
    }

    /// <summary>Marks the flow of one test, so that its listener can distinguish it from parallel tests.</summary>
    private sealed class OnlyHere : IDisposable
    {
        private static readonly AsyncLocal<bool> Here = new();

        public static bool IsHere => Here.Value;

        public static OnlyHere Begin()
        {
            Here.Value = true;
            return new OnlyHere();
        }

        public void Dispose() => Here.Value = false;
    }
}
