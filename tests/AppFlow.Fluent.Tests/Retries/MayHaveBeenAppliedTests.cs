using System.Net;
using System.Net.Sockets;
using AppFlow.Fluent.Tests.Fakes;
using AppFlow.Fluent.Tests.Hostile;

namespace AppFlow.Fluent.Tests.Retries;

/// <summary>A call that may have been applied is never reported as not applied, whoever sent it.</summary>
public sealed class MayHaveBeenAppliedTests
{
    private static readonly UpdateConnectorRegistrationRequest Update = ConnectorRegistration.Update("orders").WithClientToken("token");

    [Fact]
    public async Task A_handler_s_retry_that_cannot_connect_does_not_undo_its_first_send()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var endpoint = new Uri($"http://{listener.LocalEndpoint}");
        var applied = Task.Run(async () =>
        {
            using var connection = await listener.AcceptTcpClientAsync();
            Assert.NotNull(await RequestReader.ReadAsync(connection.GetStream(), CancellationToken.None));
            listener.Stop();
        });
        using var network = new RetryingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }, retries: 1);
        using var client = FakeService.RetryingClient(network, new SkippingTime(), maxAttempts: 1, endpoint: endpoint);
        var e = await Assert.ThrowsAsync<AppFlowTransportException>(() => Update.SendAsync(client));
        await applied;

        Assert.Equal((true, "token"), (e.MayHaveBeenApplied, e.ClientToken));
        Assert.DoesNotContain("Nothing was", e.Message, StringComparison.Ordinal);
        Says.All(e.Message, "refused", "WithClientToken(\"token\")", "8 hours");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task A_refusal_covers_only_the_last_send(int lostBefore, bool mayHaveBeenApplied)
    {
        await using var server = new HostileServer(async peer =>
        {
            await peer.ReadRequestAsync();
            if (peer.Number <= lostBefore)
            {
                peer.Reset();
            }
            else
            {
                await peer.WriteAsync(Http.Answer("HTTP/1.1 400 No\r\nx-amzn-errortype: ValidationException", "{}"));
            }
        });
        using var network = new RetryingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }, retries: 2);
        using var client = FakeService.RetryingClient(network, new SkippingTime(), maxAttempts: 1, endpoint: server.Uri);
        var e = await Assert.ThrowsAsync<ValidationException>(() => Update.SendAsync(client));

        Assert.Equal(mayHaveBeenApplied, e.MayHaveBeenApplied);
    }

    [Theory]
    [InlineData(400, "ValidationException", false)]
    [InlineData(403, "SomeOtherCode", false)]
    [InlineData(408, "RequestTimeout", false)]
    [InlineData(429, "ThrottlingException", false)]
    [InlineData(503, "SlowDown", false)]
    [InlineData(307, null, true)]
    [InlineData(400, null, true)]
    [InlineData(403, null, true)]
    [InlineData(408, null, true)]
    [InlineData(429, null, true)]
    [InlineData(499, null, true)]
    [InlineData(500, "InternalServerException", true)]
    [InlineData(502, null, true)]
    [InlineData(503, "ServiceUnavailable", true)]
    public async Task Only_throttling_and_a_4xx_with_a_code_are_refusals_by_the_service(int status, string? code, bool mayHaveBeenApplied)
    {
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Error(status, code));
        using var client = FakeService.RetryingClient(network, new SkippingTime(), maxAttempts: 1);
        var e = await Assert.ThrowsAnyAsync<AppFlowException>(() => Update.SendAsync(client));

        Assert.Equal((status, mayHaveBeenApplied), ((int)e.StatusCode!, e.MayHaveBeenApplied));
    }

    [Fact]
    public async Task A_body_that_was_never_read_was_not_sent()
    {
        using var network = new Unread(() => throw new HttpRequestException("The handler's own rule."));
        using var client = FakeService.RetryingClient(network, new SkippingTime());
        var e = await Assert.ThrowsAsync<AppFlowTransportException>(() => Update.SendAsync(client));

        Assert.Equal((3, false, true), (e.Attempts, e.MayHaveBeenApplied, e.IsRetryable));
        Assert.EndsWith("Nothing was sent.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_s_answer_before_it_read_the_body_means_not_applied()
    {
        using var network = new Unread(() => Answers.Json(502, "{}"));
        using var client = FakeService.RetryingClient(network, new SkippingTime());

        Assert.False((await Assert.ThrowsAsync<AppFlowException>(() => Update.SendAsync(client))).MayHaveBeenApplied);
    }

    [Fact]
    public async Task A_refused_attempt_and_one_that_could_not_connect_mean_not_applied()
    {
        var attempts = 0;
        using var network = new Unread(() => throw new HttpRequestException(HttpRequestError.ConnectionError, "gone"));
        using var first = new FirstRead(network, () => Interlocked.Increment(ref attempts) == 1 ? Answers.Json(429, "{}", ("x-amzn-errortype", "ThrottlingException")) : null);
        using var client = FakeService.RetryingClient(first, new SkippingTime());
        var e = await Assert.ThrowsAsync<AppFlowTransportException>(() => Update.SendAsync(client));

        Assert.False(e.MayHaveBeenApplied);
        Assert.EndsWith("Nothing was applied.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sends_of_a_handler_that_copies_the_request_cannot_be_counted()
    {
        await using var server = new HostileServer(async peer =>
        {
            await peer.ReadRequestAsync();
            await peer.WriteAsync(Http.Answer("HTTP/1.1 400 No\r\nx-amzn-errortype: ValidationException", "{}"));
        });
        using var network = new Copying();
        using var client = FakeService.RetryingClient(network, new SkippingTime(), maxAttempts: 1, endpoint: server.Uri);

        Assert.True((await Assert.ThrowsAsync<ValidationException>(() => Update.SendAsync(client))).MayHaveBeenApplied);
    }

    private sealed class Unread(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer());
    }

    private sealed class FirstRead(HttpMessageHandler inner, Func<HttpResponseMessage?> answer) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (answer() is not { } own)
            {
                return await base.SendAsync(request, cancellationToken);
            }

            await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            return own;
        }
    }

    private sealed class Copying() : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var copy = new HttpRequestMessage(request.Method, request.RequestUri)
            {
                Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync(cancellationToken)),
            };
            return await base.SendAsync(copy, cancellationToken);
        }
    }
}
