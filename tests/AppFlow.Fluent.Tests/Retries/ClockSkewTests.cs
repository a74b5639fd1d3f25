using AppFlow.Fluent.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Tests.Retries;

/// <summary>
/// A clock that differs from the service's is detected by the date of an answer, remembered, and corrected in later signatures.
/// </summary>
public sealed class ClockSkewTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly SkewedService _service;
    private readonly RecordingHandler _network;
    private readonly CapturingLoggerFactory _log = new();
    private AppFlowClient _client;

    public ClockSkewTests()
    {
        _service = new SkewedService(_time);
        _network = _service.Network();
        _client = FakeService.RetryingClient(_network, _time, random: 0, loggers: _log);
    }

    public void Dispose()
    {
        _client.Dispose();
        _network.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task Clocks_that_agree_need_one_attempt_a_call()
    {
        Assert.Equal((1, 1), (await AttemptsAsync(), await AttemptsAsync()));
        Assert.Equal([Start, Start.AddSeconds(2)], SignedAt());
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    [InlineData(60 * 24 * 365)]
    [InlineData(-60 * 24 * 365)]
    public async Task A_skew_of_minutes_is_corrected_by_one_retry_and_remembered(int minutes)
    {
        _service.Ahead = TimeSpan.FromMinutes(minutes);

        Assert.Equal((2, 1, 1), (await AttemptsAsync(), await AttemptsAsync(), await AttemptsAsync()));
        Assert.Equal(
            [Start, Start.AddSeconds(2).AddMinutes(minutes), Start.AddSeconds(4).AddMinutes(minutes), Start.AddSeconds(6).AddMinutes(minutes)],
            SignedAt());
    }

    [Theory]
    [InlineData("RequestTimeTooSkewed")]
    [InlineData("InvalidSignatureException")]
    [InlineData("SignatureDoesNotMatch")]
    [InlineData("AuthFailure")]
    [InlineData("RequestExpired")]
    [InlineData("RequestInTheFuture")]
    public async Task Each_clock_skew_code_is_retried(string code)
    {
        _service.Code = code;
        _service.Ahead = TimeSpan.FromMinutes(5);

        Assert.Equal((2, 1), (await AttemptsAsync(), await AttemptsAsync()));
    }

    [Fact]
    public async Task Another_code_is_not_retried_but_the_skew_is_recorded()
    {
        _service.Code = "AccessDeniedException";
        _service.Ahead = TimeSpan.FromMinutes(5);

        Assert.Equal(1, (await FailAsync()).Attempts);
        Assert.Equal(1, await AttemptsAsync());
    }

    [Fact]
    public async Task A_single_attempt_still_records_the_skew()
    {
        _client = FakeService.RetryingClient(_network, _time, random: 0, maxAttempts: 1);
        _service.Ahead = TimeSpan.FromMinutes(5);
        var e = await FailAsync();

        Assert.Equal((1, true, false), (e.Attempts, e.IsRetryable, e.MayHaveBeenApplied));
        Assert.Equal(1, await AttemptsAsync());
    }

    [Fact]
    public async Task The_date_of_an_answer_that_took_sixteen_minutes_is_not_trusted()
    {
        _service.Ahead = TimeSpan.FromMinutes(5);
        _service.Takes = TimeSpan.FromMinutes(16);

        Assert.Equal((1, false), (await AttemptsAndRetryableAsync()));
        _service.Takes = TimeSpan.FromSeconds(2);
        Assert.Equal(2, await AttemptsAsync());
    }

    [Fact]
    public async Task The_date_of_an_answer_that_took_fifteen_minutes_is_trusted()
    {
        _service.Ahead = TimeSpan.FromMinutes(5);
        _service.IsStrict = false;
        _service.Takes = TimeSpan.FromMinutes(15);
        await AttemptsAsync();
        _service.IsStrict = true;
        _service.Takes = TimeSpan.FromSeconds(2);

        Assert.Equal(1, await AttemptsAsync());
    }

    [Theory]
    [InlineData(15, true)]
    [InlineData(-15, true)]
    [InlineData(16, false)]
    [InlineData(-16, false)]
    [InlineData(300, false)]
    public async Task A_success_proves_that_the_clock_that_signed_was_within_fifteen_minutes(int minutes, bool isLearnt)
    {
        _service.IsStrict = false;
        _service.Ahead = TimeSpan.FromMinutes(minutes);
        await AttemptsAsync();
        await AttemptsAsync();

        Assert.Equal(isLearnt ? TimeSpan.FromMinutes(minutes) : TimeSpan.Zero, SignedAt()[1] - Start.AddSeconds(2));
    }

    [Fact]
    public async Task A_wrong_date_on_a_success_makes_no_later_call_fail()
    {
        for (var call = 0; call < 8; call++)
        {
            _service.DateIsOffBy = call % 4 == 1 ? TimeSpan.FromHours(5) : TimeSpan.Zero;
            Assert.Equal(1, await AttemptsAsync());
        }
    }

    [Fact]
    public async Task A_stale_skew_is_corrected_by_a_success()
    {
        _service.Ahead = TimeSpan.FromMinutes(5);
        Assert.Equal(2, await AttemptsAsync());

        // The clock is corrected, and the service tolerates the five minutes this time.
        _service.Ahead = TimeSpan.Zero;
        _service.IsStrict = false;
        Assert.Equal(1, await AttemptsAsync());
        _service.IsStrict = true;
        Assert.Equal(1, await AttemptsAsync());
        Assert.Equal(_time.GetUtcNow().AddSeconds(-2), SignedAt()[^1]);
    }

    [Fact]
    public async Task A_stale_skew_that_is_refused_is_corrected_by_the_refusal()
    {
        _service.Ahead = TimeSpan.FromMinutes(5);
        Assert.Equal(2, await AttemptsAsync());
        _service.Ahead = TimeSpan.Zero;

        Assert.Equal((2, 1), (await AttemptsAsync(), await AttemptsAsync()));
    }

    [Fact]
    public async Task Two_minutes_are_recorded_but_not_retried()
    {
        _service.Ahead = TimeSpan.FromMinutes(2);
        using var refusing = ScriptedNetwork.Of(
            ScriptedNetwork.Error(403, "InvalidSignatureException", ("Date", Start.AddMinutes(2).ToString("r"))), ScriptedNetwork.Success);
        _client = FakeService.RetryingClient(refusing, _time, random: 0);

        Assert.Equal((1, false), await AttemptsAndRetryableAsync());
        Assert.Equal(1, await AttemptsAsync());
        Assert.Equal([Start, Start.AddMinutes(2)], refusing.Sent.Select(SkewedService.SignedAt));
    }

    [Theory]
    [InlineData(239, 1)]
    [InlineData(240, 2)]
    [InlineData(-239, 1)]
    [InlineData(-240, 2)]
    public async Task A_skew_is_retried_from_four_minutes_on(int seconds, int attempts)
    {
        using var refusing = ScriptedNetwork.Of(
            ScriptedNetwork.Error(403, "RequestTimeTooSkewed", ("Date", Start.AddSeconds(seconds).ToString("r"))));
        _client = FakeService.RetryingClient(refusing, _time, random: 0);

        Assert.Equal(attempts, (await FailAsync()).Attempts);
    }

    [Fact]
    public async Task Without_a_date_no_skew_is_recorded()
    {
        _service.Ahead = TimeSpan.FromMinutes(5);
        _service.HasDate = false;

        Assert.Equal((1, false), await AttemptsAndRetryableAsync());
        Assert.Equal((1, false), await AttemptsAndRetryableAsync());
        Assert.Equal([Start, Start.AddSeconds(2)], SignedAt());
    }

    [Fact]
    public async Task The_date_of_a_cached_answer_is_ignored()
    {
        _service.Ahead = TimeSpan.FromMinutes(5);
        _service.HasAge = true;

        Assert.Equal((1, false), await AttemptsAndRetryableAsync());
        Assert.Equal((1, false), await AttemptsAndRetryableAsync());
        Assert.Equal([Start, Start.AddSeconds(2)], SignedAt());
    }

    [Fact]
    public async Task A_second_skew_error_in_the_same_call_is_final()
    {
        using var refusing = ScriptedNetwork.Of(
            ScriptedNetwork.Error(403, "RequestTimeTooSkewed", ("Date", Start.AddMinutes(5).ToString("r"))),
            ScriptedNetwork.Error(403, "RequestTimeTooSkewed", ("Date", Start.AddMinutes(15).ToString("r"))));
        _client = FakeService.RetryingClient(refusing, _time, random: 0, maxAttempts: 9);
        var e = await FailAsync();

        Assert.Equal((2, false), (e.Attempts, e.IsRetryable));
    }

    [Fact]
    public async Task A_second_skew_error_is_final_even_after_a_transient_error()
    {
        using var refusing = ScriptedNetwork.Of(
            ScriptedNetwork.Error(403, "RequestTimeTooSkewed", ("Date", Start.AddMinutes(5).ToString("r"))),
            ScriptedNetwork.Error(503),
            ScriptedNetwork.Error(403, "RequestTimeTooSkewed", ("Date", Start.AddMinutes(15).ToString("r"))));
        _client = FakeService.RetryingClient(refusing, _time, random: 0, maxAttempts: 9);

        Assert.Equal(3, (await FailAsync()).Attempts);
    }

    [Theory]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("Mon, 01 Jan 0001 00:00:00 GMT")]
    [InlineData("yesterday")]
    [InlineData("")]
    public async Task An_absurd_date_fails_no_call(string date)
    {
        using var network = ScriptedNetwork.Of(
            () => Answers.Json(200, Answers.Arn, ("Date", date)),
            () => Answers.Json(200, Answers.Arn, ("Date", Start.ToString("r"))),
            ScriptedNetwork.Success);
        _client = FakeService.RetryingClient(network, _time, random: 0);
        await AttemptsAsync();
        await AttemptsAsync();
        await AttemptsAsync();

        Assert.Equal(Start, SkewedService.SignedAt(network.Sent[^1]));
    }

    [Fact]
    public async Task Two_clients_have_separate_skews()
    {
        _service.Ahead = TimeSpan.FromMinutes(5);
        Assert.Equal(2, await AttemptsAsync());
        _client = FakeService.RetryingClient(_network, _time, random: 0);
        Assert.Equal(2, await AttemptsAsync());
    }

    private List<DateTimeOffset> SignedAt() => [.. _network.Sent.Select(SkewedService.SignedAt)];

    private async Task<int> AttemptsAsync() => (await ConnectorRegistration.Update("orders").SendAsync(_client)).Attempts;

    private Task<AppFlowException> FailAsync() => Assert.ThrowsAnyAsync<AppFlowException>(() => ConnectorRegistration.Update("orders").SendAsync(_client));

    private async Task<(int Attempts, bool IsRetryable)> AttemptsAndRetryableAsync()
    {
        var e = await FailAsync();
        return (e.Attempts, e.IsRetryable);
    }
}
