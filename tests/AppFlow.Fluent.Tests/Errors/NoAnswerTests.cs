using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Errors;

/// <summary>Calls without a complete answer: whatever went wrong, the exception has the token.</summary>
public sealed class NoAnswerTests
{
    [Fact]
    public async Task A_refused_connection_returns_the_token()
    {
        // The port is bound, so that no other test gets it, but nothing listens on it.
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var endpoint = new Uri($"http://{closed.LocalEndPoint}");
        using var client = new AppFlowClient(new AppFlowClientOptions
        {
            Endpoint = endpoint,
            Credentials = new BasicAWSCredentials("a", "b"),
            TimeProvider = new SkippingTime(),
            AttemptTimeout = Timeout.InfiniteTimeSpan,
        });
        var e = await Assert.ThrowsAsync<AppFlowTransportException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Assert.True(Guid.TryParse(e.ClientToken, out _));
        Assert.Equal(3, e.Attempts);
        Assert.True(e.IsRetryable);
        Assert.False(e.MayHaveBeenApplied);
        Assert.Null(e.StatusCode);
        Assert.Null(e.ErrorCode);
        Assert.EndsWith("Nothing was sent.", e.Message, StringComparison.Ordinal);
        Assert.IsType<HttpRequestException>(e.InnerException);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"connectorArn\":")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"con")]
    [InlineData("no HTTP at all\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n{}")]
    public async Task A_truncated_answer_returns_the_token(string answer)
    {
        await using var server = new RawAnswerServer(_ => System.Text.Encoding.ASCII.GetBytes(answer));
        using var client = new AppFlowClient(new AppFlowClientOptions
        {
            Endpoint = server.Uri,
            Credentials = new BasicAWSCredentials("a", "b"),
            TimeProvider = new SkippingTime(),
            AttemptTimeout = Timeout.InfiniteTimeSpan,
        });
        var e = await Assert.ThrowsAsync<AppFlowTransportException>(
            () => ConnectorRegistration.Update("orders").WithClientToken("token").SendAsync(client));

        Assert.Equal("token", e.ClientToken);
        Assert.Equal((3, 3), (e.Attempts, server.Heads.Count));
        Assert.True(e.IsRetryable);
        Assert.True(e.MayHaveBeenApplied);
    }

    [Fact]
    public async Task Any_exception_of_a_handler_after_the_signature_returns_the_token()
    {
        foreach (var cause in new Exception[]
        {
            new HttpRequestException("a"), new IOException("b"), new InvalidOperationException("c"), new TaskCanceledException("d"), new TimeoutException("e"),
            new ObjectDisposedException("f"),
        })
        {
            using var network = new RecordingHandler((_, _) => throw cause);
            using var client = FakeService.Client(network);
            var e = await Assert.ThrowsAsync<AppFlowTransportException>(
                () => ConnectorRegistration.Update("orders").WithClientToken("token").SendAsync(client));
            Assert.Equal("token", e.ClientToken);
            Assert.Same(cause, e.InnerException);
            Assert.Contains("ClientToken: token", e.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Cancellation_before_the_signature_has_no_token()
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var client = FakeService.Client(network);
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ConnectorRegistration.Update("orders").WithClientToken("token").SendAsync(client, new CancellationToken(canceled: true)));

        Assert.False(e.Data.Contains("ClientToken"));
        Assert.Empty(network.Sent);
    }

    [Fact]
    public async Task Cancellation_while_waiting_for_credentials_has_no_token()
    {
        using var cancellation = new CancellationTokenSource();
        using var network = new RecordingHandler(Answers.Arn);
        using var client = FakeService.Client(network, new NeverReady(cancellation));
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ConnectorRegistration.Update("orders").SendAsync(client, cancellation.Token));

        Assert.False(e.Data.Contains("ClientToken"));
        Assert.Empty(network.Sent);
    }

    [Fact]
    public async Task Cancellation_after_the_signature_holds_the_token()
    {
        using var cancellation = new CancellationTokenSource();
        using var network = new RecordingHandler(async (_, token) =>
        {
            await cancellation.CancelAsync();
            token.ThrowIfCancellationRequested();
            return Answers.Json(200, Answers.Arn);
        });
        using var client = FakeService.Client(network);
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ConnectorRegistration.Update("orders").SendAsync(client, cancellation.Token));

        Assert.Equal(network.Single.ClientToken, e.Data["ClientToken"]);
    }

    [Fact]
    public async Task Cancellation_of_an_operation_without_a_token_holds_none()
    {
        using var cancellation = new CancellationTokenSource();
        using var network = new RecordingHandler((_, token) =>
        {
            cancellation.Cancel();
            return Task.FromCanceled<HttpResponseMessage>(cancellation.Token);
        });
        using var client = FakeService.Client(network);
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ConnectorRegistration.List().SendAsync(client, cancellation.Token));

        Assert.False(e.Data.Contains("ClientToken"));
    }

    private sealed class NeverReady(CancellationTokenSource cancellation) : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new NotSupportedException();

        public override async Task<ImmutableCredentials> GetCredentialsAsync()
        {
            await cancellation.CancelAsync();
            return await new TaskCompletionSource<ImmutableCredentials>().Task;
        }
    }
}
