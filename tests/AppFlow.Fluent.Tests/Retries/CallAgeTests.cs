using System.Globalization;
using Amazon.Runtime;
using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Retries;

/// <summary>The service remembers a token for eight hours: near their end no attempt of a call is signed.</summary>
public sealed class CallAgeTests
{
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(8) - TimeSpan.FromMinutes(5);

    private readonly TwoClocks _clocks = new();

    public static TheoryData<int, int> Sleeps => new() { { 9 * 60, 9 * 60 }, { 9 * 60, 0 }, { 0, 9 * 60 }, { -60, 9 * 60 }, { (7 * 60) + 56, 0 } };

    [Theory]
    [MemberData(nameof(Sleeps))]
    public async Task A_call_that_slept_too_long_is_not_sent_again(int minutesByDay, int minutesByTimestamp)
    {
        _clocks.InWait = clocks => clocks.Pass(TimeSpan.FromMinutes(minutesByDay), TimeSpan.FromMinutes(minutesByTimestamp));
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Lost, ScriptedNetwork.Success);
        using var client = FakeService.RetryingClient(network, _clocks);
        var e = await Assert.ThrowsAsync<AppFlowTransportException>(
            () => ConnectorRegistration.Update("orders").WithClientToken("token").SendAsync(client));

        Assert.Single(network.Sent);
        Assert.Equal(("token", 1, false, true), (e.ClientToken, e.Attempts, e.IsRetryable, e.MayHaveBeenApplied));
        Says.All(e.Message, "The answer was lost", "not retried", "8 hours");
    }

    [Fact]
    public async Task The_error_of_the_last_attempt_stays_what_it_was()
    {
        _clocks.InWait = clocks => clocks.Pass(TimeSpan.FromHours(9), TimeSpan.FromHours(9));
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Error(500, "InternalServerException", ("x-amzn-requestid", "id-1")));
        using var client = FakeService.RetryingClient(network, _clocks);
        var e = await Assert.ThrowsAsync<InternalServerException>(() => ConnectorRegistration.Register("orders").WithLambda(Requests.RequestSamples.LambdaArn).SendAsync(client));

        Assert.Equal(("id-1", false, true), (e.RequestId, e.IsRetryable, e.MayHaveBeenApplied));
        Assert.Contains("9 h ago", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Up_to_the_margin_a_call_continues()
    {
        _clocks.InWait = clocks => clocks.Pass(Oldest, Oldest);
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Lost, ScriptedNetwork.Success);
        using var client = FakeService.RetryingClient(network, _clocks);

        Assert.Equal(2, (await ConnectorRegistration.Update("orders").SendAsync(client)).Attempts);
    }

    [Fact]
    public async Task The_age_is_that_of_the_first_attempt_and_not_of_the_previous_one()
    {
        _clocks.InWait = clocks => clocks.Pass(TimeSpan.FromHours(4), TimeSpan.FromHours(4));
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Lost);
        using var client = FakeService.RetryingClient(network, _clocks, maxAttempts: 10);
        await Assert.ThrowsAsync<AppFlowTransportException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Assert.Equal(2, network.Sent.Count);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    public async Task No_attempt_is_signed_after_the_end_at_whatever_clock_reading_the_machine_sleeps(int reading, int attempts)
    {
        var readings = 0;
        _clocks.InReading = clocks =>
        {
            if (++readings == reading)
            {
                clocks.Pass(TimeSpan.FromHours(9), TimeSpan.Zero);
            }
        };
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Lost, ScriptedNetwork.Success);
        using var client = FakeService.RetryingClient(network, _clocks);
        await Record.ExceptionAsync(() => ConnectorRegistration.Update("orders").SendAsync(client));

        var signed = network.Sent
            .Select(request => DateTime.ParseExact(request.Header("x-amz-date"), "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(attempts, signed.Count);
        Assert.InRange(signed[^1] - signed[0], TimeSpan.Zero, Oldest);
    }

    [Fact]
    public async Task A_wait_for_credentials_counts_towards_the_age()
    {
        var credentials = new RotatingCredentials(asked =>
        {
            if (asked == 2)
            {
                _clocks.Pass(TimeSpan.FromHours(9), TimeSpan.FromHours(9));
            }

            return new ImmutableCredentials(FakeService.AccessKey, FakeService.SecretKey, null);
        });
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Lost, ScriptedNetwork.Success);
        using var client = FakeService.RetryingClient(network, _clocks, credentials: credentials);
        var e = await Assert.ThrowsAsync<AppFlowTransportException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Assert.Single(network.Sent);
        Assert.False(e.IsRetryable);
    }
}
