using AppFlow.Fluent.Client;
using AppFlow.Fluent.Tests.Fakes;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Tests.Retries;

/// <summary>How long a call waits before another attempt.</summary>
public sealed class RetryDelayTests
{
    [Theory]
    [InlineData(503, null, 0.5, "25 50 100 200 400 800 1600 3200 6400 10000 10000")]
    [InlineData(503, null, 0.9999, "49 99 199 399 799 1599 3199 6399 12798 19998 19998")]
    [InlineData(503, null, 0.0, "0 0 0 0 0 0 0 0 0 0 0")]
    [InlineData(429, "ThrottlingException", 0.5, "500 1000 2000 4000 8000 10000 10000 10000")]
    [InlineData(503, "ThrottlingException", 0.9999, "999 1999 3999 7999 15998 19998 19998")]
    public async Task The_wait_is_random_with_a_maximum_that_doubles_up_to_twenty_seconds(int status, string? code, double random, string expected)
    {
        var waits = expected.Split(' ').Select(double.Parse).ToArray();
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Error(status, code));
        var time = new SkippingTime();
        using var client = FakeService.RetryingClient(network, time, random, maxAttempts: waits.Length + 1);
        await Assert.ThrowsAnyAsync<AppFlowException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        // Task.Delay waits whole milliseconds, and needs no timer for zero.
        Assert.Equal(waits.Where(wait => wait > 0), time.Waits.Select(wait => wait.TotalMilliseconds));
    }

    [Fact]
    public async Task Each_wait_has_the_base_of_the_previous_failure()
    {
        using var network = ScriptedNetwork.Of(
            ScriptedNetwork.Error(503), ScriptedNetwork.Error(400, "Throttling"), ScriptedNetwork.Lost, ScriptedNetwork.Success);
        var time = new SkippingTime();
        using var client = FakeService.RetryingClient(network, time, maxAttempts: 4);
        await ConnectorRegistration.Update("orders").SendAsync(client);

        Assert.Equal([25, 1000, 100], time.Waits.Select(wait => wait.TotalMilliseconds));
    }

    [Theory]
    [InlineData("0", 500)]
    [InlineData("499", 500)]
    [InlineData("500", 500)]
    [InlineData("1500", 1500)]
    [InlineData("5499", 5499)]
    [InlineData("5500", 5500)]
    [InlineData("5501", 5500)]
    [InlineData("86400000", 5500)]
    [InlineData("9223372036854775807", 5500)]
    [InlineData("-1", 500)]
    [InlineData("1.5", 500)]
    [InlineData("soon", 500)]
    [InlineData("", 500)]
    public async Task The_service_s_wait_is_limited_to_the_own_wait_plus_five_seconds(string retryAfter, double expected)
    {
        using var network = ScriptedNetwork.Of(
            ScriptedNetwork.Error(400, "ThrottlingException", ("x-amz-retry-after", retryAfter)), ScriptedNetwork.Success);
        var time = new SkippingTime();
        using var client = FakeService.RetryingClient(network, time);
        await ConnectorRegistration.Update("orders").SendAsync(client);

        Assert.Equal(expected, Assert.Single(time.Waits).TotalMilliseconds);
    }

    [Fact]
    public void Every_wait_is_within_its_bounds() => Gen.Select(
        Gen.Bool, Gen.Int[1, 5000], Gen.Double[0, 1], Gen.Long[0, 100_000].Nullable(0.5)).Sample(
        (throttling, attempt, random, asked) =>
        {
            var kind = throttling ? ErrorKind.Throttling : ErrorKind.Transient;
            var policy = new RetryPolicy(int.MaxValue, () => random);
            var wait = policy.TryPlan(kind, attempt, asked is { } ms ? TimeSpan.FromMilliseconds(ms) : null)!.Value.Delay;
            var backoff = random * Math.Min(20_000, (throttling ? 1000 : 50) * Math.Pow(2, attempt - 1));
            var expected = asked is { } least ? Math.Clamp(least, backoff, backoff + 5000) : backoff;
            Assert.Equal(expected, wait.TotalMilliseconds, tolerance: 0.001);
        });

    [Fact]
    public async Task The_wait_uses_the_client_s_clock()
    {
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Error(400, "ThrottlingException"), ScriptedNetwork.Success);
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        using var client = FakeService.RetryingClient(network, time);
        var call = ConnectorRegistration.Update("orders").SendAsync(client);
        Assert.Single(network.Sent);
        time.Advance(TimeSpan.FromMilliseconds(499));
        Assert.False(call.IsCompleted);
        Assert.Single(network.Sent);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(2, (await call).Attempts);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait_at_once_and_holds_the_token()
    {
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Error(400, "ThrottlingException"));
        using var client = FakeService.RetryingClient(network, new FakeTimeProvider(DateTimeOffset.UtcNow));
        using var cancellation = new CancellationTokenSource();
        var call = ConnectorRegistration.Update("orders").WithClientToken("token").SendAsync(client, cancellation.Token);
        Assert.False(call.IsCompleted);
        await cancellation.CancelAsync();
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.Equal("token", e.Data["ClientToken"]);
        Assert.Equal(cancellation.Token, e.CancellationToken);
        Assert.Single(network.Sent);
    }

    [Fact]
    public async Task Disposing_the_client_ends_the_wait_with_the_last_error()
    {
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Error(400, "ThrottlingException"));
        var client = FakeService.RetryingClient(network, new FakeTimeProvider(DateTimeOffset.UtcNow));
        var call = ConnectorRegistration.Update("orders").WithClientToken("token").SendAsync(client);
        Assert.False(call.IsCompleted);
        client.Dispose();

        Assert.Equal("token", (await Assert.ThrowsAsync<ThrottlingException>(() => call)).ClientToken);
        Assert.Single(network.Sent);
    }
}
