using AppFlow.Fluent.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Tests.Retries;

/// <summary>An attempt that takes too long is lost and followed by another; the caller's own cancellation is not a time-out.</summary>
public sealed class AttemptTimeoutTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(7);

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task A_slow_attempt_is_followed_by_another()
    {
        var slow = 2;
        using var network = new RecordingHandler(async (_, token) =>
        {
            if (Interlocked.Decrement(ref slow) >= 0)
            {
                _time.Advance(Limit);
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
            }

            return Answers.Json(200, Answers.Arn);
        });
        using var client = Client(network);

        Assert.Equal(3, (await ConnectorRegistration.Update("orders").SendAsync(client)).Attempts);
    }

    [Fact]
    public async Task A_call_whose_attempts_are_all_slow_returns_the_token()
    {
        using var network = new RecordingHandler(async (_, token) =>
        {
            _time.Advance(Limit);
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return Answers.Json(200, Answers.Arn);
        });
        using var client = Client(network);
        using var caller = new CancellationTokenSource();
        var e = await Assert.ThrowsAsync<AppFlowTransportException>(
            () => ConnectorRegistration.Update("orders").WithClientToken("token").SendAsync(client, caller.Token));

        Assert.Equal(("token", 3, true, true), (e.ClientToken, e.Attempts, e.IsRetryable, e.MayHaveBeenApplied));
        Assert.IsType<TimeoutException>(e.InnerException);
        Assert.Contains("did not come within 7 s", e.Message, StringComparison.Ordinal);
        Assert.Equal(3, network.Sent.Count);
    }

    [Fact]
    public async Task An_answer_whose_body_never_ends_is_cut_off()
    {
        var body = new EndlessBody(_time, Limit);
        using var network = new RecordingHandler(_ => new HttpResponseMessage { Content = new StreamContent(body) });
        using var client = Client(network, maxAttempts: 1);
        var e = await Assert.ThrowsAsync<AppFlowTransportException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Assert.IsType<TimeoutException>(e.InnerException);
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task The_caller_s_cancellation_is_not_reported_as_a_time_out()
    {
        using var caller = new CancellationTokenSource();
        using var network = new RecordingHandler(async (_, token) =>
        {
            await caller.CancelAsync();
            _time.Advance(Limit);
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return Answers.Json(200, Answers.Arn);
        });
        using var client = Client(network);
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ConnectorRegistration.Update("orders").SendAsync(client, caller.Token));

        Assert.Equal(network.Single.ClientToken, e.Data["ClientToken"]);
        Assert.Equal(caller.Token, e.CancellationToken);
    }

    [Fact]
    public async Task A_time_out_of_a_given_HttpClient_is_a_lost_attempt()
    {
        using var network = new RecordingHandler((_, _) => throw new TaskCanceledException("HttpClient.Timeout elapsed", new TimeoutException()));
        using var client = Client(network);
        var e = await Assert.ThrowsAsync<AppFlowTransportException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Assert.Equal(3, e.Attempts);
    }

    [Fact]
    public async Task Unset_it_is_one_hundred_seconds()
    {
        using var network = new RecordingHandler(async (_, token) =>
        {
            _time.Advance(TimeSpan.FromSeconds(99));
            Assert.False(token.IsCancellationRequested);
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return Answers.Json(200, Answers.Arn);
        });
        using var client = FakeService.Client(network, clock: _time, maxAttempts: 1);
        await Assert.ThrowsAsync<AppFlowTransportException>(() => ConnectorRegistration.Update("orders").SendAsync(client));
    }

    private AppFlowClient Client(HttpMessageHandler network, int maxAttempts = 3) => new(
        new AppFlowClientOptions
        {
            Endpoint = FakeService.Endpoint,
            Credentials = new Amazon.Runtime.BasicAWSCredentials(FakeService.AccessKey, FakeService.SecretKey),
            HttpClient = new HttpClient(network, disposeHandler: false),
            TimeProvider = _time,
            AttemptTimeout = Limit,
            MaxAttempts = maxAttempts,
        },
        FakeService.Nothing,
        () => 0);

    /// <summary>Gives a byte, then lets the time pass and waits.</summary>
    private sealed class EndlessBody(FakeTimeProvider time, TimeSpan limit) : MemoryStream
    {
        private bool _begun;

        public bool IsDisposed { get; private set; }

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_begun)
            {
                time.Advance(limit);
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }

            _begun = true;
            buffer.Span[0] = (byte)' ';
            return 1;
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
