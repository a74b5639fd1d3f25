using System.Diagnostics.Metrics;
using AppFlow.Fluent.Client;
using AppFlow.Fluent.Tests.Fakes;
using CsCheck;

namespace AppFlow.Fluent.Tests.Retries;

/// <summary>The calls of a client share a quota of 500.</summary>
public sealed class RetryQuotaTests
{
    [Fact]
    public void Failures_take_from_the_quota_and_successes_refund_it_exactly()
    {
        var policy = new RetryPolicy(3, () => 0.5);
        Assert.Equal(500, policy.QuotaLeft);

        var first = policy.TryPlan(ErrorKind.Transient, 1, null);
        Assert.Equal(486, policy.QuotaLeft);
        var second = policy.TryPlan(ErrorKind.Throttling, 2, null);
        Assert.Equal(481, policy.QuotaLeft);

        // The third attempt was the last: no cost is taken for a retry that does not happen.
        Assert.Null(policy.TryPlan(ErrorKind.Transient, 3, null));
        Assert.Null(policy.TryPlan(ErrorKind.Final, 1, null));
        Assert.Equal(481, policy.QuotaLeft);

        // The last retry's cost is refunded, but not that of the earlier ones.
        policy.Succeeded(second);
        Assert.Equal(486, policy.QuotaLeft);
        policy.Succeeded(first);
        Assert.Equal(500, policy.QuotaLeft);
        policy.TryPlan(ErrorKind.ClockSkew, 1, null);
        Assert.Equal(486, policy.QuotaLeft);
        policy.Succeeded(null);
        Assert.Equal(487, policy.QuotaLeft);
    }

    [Fact]
    public void The_quota_never_exceeds_500()
    {
        var policy = new RetryPolicy(3, () => 0.5);
        policy.Succeeded(null);
        policy.Succeeded(new Retry(14, TimeSpan.Zero));
        Assert.Equal(500, policy.QuotaLeft);
    }

    [Fact]
    public async Task An_empty_quota_returns_the_error_at_once()
    {
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Error(503));
        var time = new SkippingTime();
        using var client = FakeService.RetryingClient(network, time, maxAttempts: 100);
        var e = await Assert.ThrowsAsync<AppFlowException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        // 35 retries take 490; the remaining 10 are not enough for another one.
        Assert.Equal((36, true), (e.Attempts, e.IsRetryable));
        var next = await Assert.ThrowsAsync<AppFlowException>(() => ConnectorRegistration.Update("orders").SendAsync(client));
        Assert.Equal((1, 35), (next.Attempts, time.Waits.Count));

        using var throttled = ScriptedNetwork.Of(ScriptedNetwork.Error(429, "ThrottlingException"));
        using var other = FakeService.RetryingClient(throttled, time, maxAttempts: 200);
        Assert.Equal(101, (await Assert.ThrowsAsync<ThrottlingException>(() => ConnectorRegistration.Update("orders").SendAsync(other))).Attempts);
    }

    [Fact]
    public async Task A_rest_too_small_for_a_transient_error_still_pays_for_throttling()
    {
        using var network = ScriptedNetwork.Of(
            [.. Enumerable.Repeat(ScriptedNetwork.Error(503), 36), ScriptedNetwork.Error(400, "Throttling"), ScriptedNetwork.Error(400, "Throttling"), ScriptedNetwork.Error(400, "Throttling")]);
        using var client = FakeService.RetryingClient(network, new SkippingTime(), maxAttempts: 100);
        await Assert.ThrowsAsync<AppFlowException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        // 10 are left: two retries.
        Assert.Equal(3, (await Assert.ThrowsAsync<AppFlowException>(() => ConnectorRegistration.Update("orders").SendAsync(client))).Attempts);
    }

    [Fact]
    public async Task The_quota_is_shared_by_the_calls_of_a_client_and_visible_in_its_metric()
    {
        var endpoint = new Uri($"https://{Guid.NewGuid():N}.example.com");
        var seen = new List<int>();
        using var listener = QuotaListener(endpoint, seen);
        using var network = ScriptedNetwork.Of(
            ScriptedNetwork.Error(503),
            ScriptedNetwork.Error(400, "Throttling"),
            ScriptedNetwork.Success,
            ScriptedNetwork.Success,
            ScriptedNetwork.Error(503),
            ScriptedNetwork.Success,
            ScriptedNetwork.Lost);
        using var client = FakeService.RetryingClient(network, new SkippingTime(), endpoint: endpoint);
        await ConnectorRegistration.Update("orders").SendAsync(client); // 486, 481, then 5 back: 486
        await ConnectorRegistration.Update("orders").SendAsync(client); // 1 back: 487
        await ConnectorRegistration.Update("orders").SendAsync(client); // 473, then 14 back: 487
        await Assert.ThrowsAsync<AppFlowTransportException>(() => ConnectorRegistration.Update("orders").SendAsync(client)); // 473, 459

        Assert.Equal([486, 481, 486, 487, 473, 487, 473, 459], seen);
    }

    [Fact]
    public void Concurrent_takes_and_refunds_are_exact() => Gen.Int[1, 60].Array[0, 200].Sample(costs =>
    {
        var quota = new RetryQuota();
        var taken = 0;
        Parallel.ForEach(costs, cost =>
        {
            if (quota.TryTake(cost))
            {
                Interlocked.Add(ref taken, cost);
            }
        });
        Assert.Equal(RetryQuota.Capacity, quota.Left + taken);
        Assert.True(quota.Left >= 0);
        quota.Return(taken);
        Assert.Equal(RetryQuota.Capacity, quota.Left);
    });

    private static MeterListener QuotaListener(Uri endpoint, List<int> seen)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument is { Meter.Name: "AppFlow.Fluent", Name: "client.call.retry_quota" })
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((_, left, tags, _) =>
        {
            foreach (var (key, value) in tags)
            {
                if (key == "server.address" && (string?)value == endpoint.Authority)
                {
                    seen.Add(left);
                }
            }
        });
        listener.Start();
        return listener;
    }
}
