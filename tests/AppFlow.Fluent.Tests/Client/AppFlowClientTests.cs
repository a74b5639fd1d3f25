using System.Net;
using Amazon.Runtime;
using AppFlow.Fluent.Tests.Fakes;
using AppFlow.Fluent.Tests.Requests;
using AppFlow.Fluent.Tests.Wire;

namespace AppFlow.Fluent.Tests.Client;

public sealed class AppFlowClientTests
{
    [Fact]
    public async Task An_update_without_a_label_fails_before_anything_is_sent()
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var client = FakeService.Client(network);
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => ConnectorRegistration.Update().WithDescription("a").SendAsync(client));

        Assert.Contains("connectorLabel", e.Message, StringComparison.Ordinal);
        Assert.Contains("WithConnectorLabel", e.Message, StringComparison.Ordinal);
        Assert.Empty(network.Sent);
    }

    [Fact]
    public async Task A_registration_without_label_or_config_names_what_is_missing_and_what_sets_it()
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var client = FakeService.Client(network);
        var neither = await Assert.ThrowsAsync<InvalidOperationException>(() => ConnectorRegistration.Register().SendAsync(client));
        Says.All(neither.Message,
            "connectorLabel", "WithConnectorLabel", "connectorProvisioningConfig", "WithLambda", "WithConnectorProvisioningConfig");
        var noLabel = await Assert.ThrowsAsync<InvalidOperationException>(
            () => ConnectorRegistration.Register().WithLambda(RequestSamples.LambdaArn).SendAsync(client));
        Assert.DoesNotContain("WithLambda", noLabel.Message, StringComparison.Ordinal);
        var noConfig = await Assert.ThrowsAsync<InvalidOperationException>(() => ConnectorRegistration.Register("orders").SendAsync(client));
        Assert.DoesNotContain("WithConnectorLabel", noConfig.Message, StringComparison.Ordinal);
        Assert.Empty(network.Sent);
    }

    [Fact]
    public async Task A_null_client_or_null_options_are_refused_by_name()
    {
        Assert.Equal("client", (await Assert.ThrowsAsync<ArgumentNullException>(() => ConnectorRegistration.Update("orders").SendAsync(null!, default))).ParamName);
        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => new AppFlowClient(null!)).ParamName);
        Assert.Equal("value", Assert.Throws<ArgumentNullException>(() => AppFlowClient.Default = null!).ParamName);
    }

    [Fact]
    public async Task Later_changes_of_the_options_do_not_affect_the_client()
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var http = new HttpClient(network);
        var options = new AppFlowClientOptions
        {
            Region = "us-east-1",
            Endpoint = FakeService.Endpoint,
            Credentials = new BasicAWSCredentials(FakeService.AccessKey, FakeService.SecretKey),
            HttpClient = http,
        };
        using var client = new AppFlowClient(options);
        options.Region = "eu-central-1";
        options.Endpoint = new Uri("https://elsewhere.example.com");
        options.Credentials = null;
        options.HttpClient = null;
        options.MaxAttempts = 0;
        await ConnectorRegistration.Update("orders").SendAsync(client);

        Assert.Equal(("us-east-1", FakeService.Endpoint), (client.Region, client.Endpoint));
        Assert.Equal(FakeService.Endpoint.Host, network.Single.Uri.Host);
        Assert.Contains($"{FakeService.AccessKey}/", network.Single.Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_are_fetched_for_each_request()
    {
        using var network = new RecordingHandler(Answers.Arn);
        var credentials = new RotatingCredentials(time => new ImmutableCredentials($"KEY{time}", $"secret{time}", time == 2 ? "session" : null));
        using var client = FakeService.Client(network, credentials);
        for (var time = 1; time <= 3; time++)
        {
            await ConnectorRegistration.Update("orders").SendAsync(client);
            Assert.Equal(
                IndependentVerifier.ExpectedAuthorization(network.Sent[^1], $"KEY{time}", $"secret{time}", "us-east-1"),
                network.Sent[^1].Header("Authorization"));
            Assert.Equal(time == 2, network.Sent[^1].Headers.ContainsKey("x-amz-security-token"));
        }

        Assert.Equal(3, credentials.Asked);
    }

    [Fact]
    public async Task A_chain_that_finds_nothing_says_what_to_set_and_sends_nothing()
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var client = new AppFlowClient(new AppFlowClientOptions { Endpoint = FakeService.Endpoint, HttpClient = new HttpClient(network) });
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Says.All(e.Message, "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "dotnet tool install -g AppFlow.Fluent.Emulator.Tool", "appflow-emulator --port 8321");
        Assert.IsType<AmazonClientException>(e.InnerException, exactMatch: false);
        Assert.Empty(network.Sent);
    }

    [Fact]
    public async Task Anonymous_credentials_are_refused_with_an_explanation()
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var client = FakeService.Client(network, new AnonymousAWSCredentials());
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Assert.Contains("anonymous", e.Message, StringComparison.Ordinal);
        Assert.Empty(network.Sent);
    }

    [Fact]
    public async Task Credentials_that_fail_before_the_signature_name_the_provider()
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var client = FakeService.Client(network, new RotatingCredentials(_ => throw new AmazonClientException("expired")));
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Assert.Equal("The credentials provider RotatingCredentials failed (expired).", e.Message);
        Assert.IsType<AmazonClientException>(e.InnerException);
        Assert.Empty(network.Sent);
    }

    [Fact]
    public async Task A_client_is_thread_safe()
    {
        using var network = new RecordingHandler(sent => Answers.Json(200, $$"""{"connectorArn":"{{(string?)sent.Json["connectorLabel"]}}"}"""));
        using var client = FakeService.Client(network);
        await Parallel.ForEachAsync(Enumerable.Range(0, 500), async (i, cancellation) =>
        {
            var response = await ConnectorRegistration.Update($"label-{i}").SendAsync(client, cancellation);
            Assert.Equal($"label-{i}", response.ConnectorArn);
        });
        Assert.Equal(500, network.Sent.Select(sent => sent.ClientToken).Distinct().Count());
    }

    [Fact]
    public async Task A_disposed_client_refuses_and_leaves_the_user_s_HttpClient_open()
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var http = new HttpClient(network);
        var client = new AppFlowClient(new AppFlowClientOptions
        {
            Endpoint = FakeService.Endpoint,
            Credentials = new BasicAWSCredentials("a", "b"),
            HttpClient = http,
        });
        client.Dispose();
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => ConnectorRegistration.Update("orders").SendAsync(client));
        Assert.False(network.IsDisposed);
        using var answer = await http.PostAsync(FakeService.Endpoint, new StringContent("{}"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Disposing_ends_calls_in_progress_and_returns_the_token()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var release = new ManualResetEventSlim();
        await using var server = new RawAnswerServer(_ =>
        {
            arrived.SetResult();
            release.Wait();
            return null;
        });
        var client = new AppFlowClient(new AppFlowClientOptions { Endpoint = server.Uri, Credentials = new BasicAWSCredentials("a", "b") });
        var call = Task.Run(() => ConnectorRegistration.Update("orders").WithClientToken("token").SendAsync(client));
        await arrived.Task;
        client.Dispose();
        try
        {
            var e = await Assert.ThrowsAsync<AppFlowTransportException>(() => call);
            Assert.Equal("token", e.ClientToken);
        }
        finally
        {
            release.Set();
        }
    }

    [Fact]
    public async Task Redirects_are_not_followed_by_the_client_s_own_connections()
    {
        await using var elsewhere = new RawAnswerServer(_ => RawAnswerServer.Answer("HTTP/1.1 200 OK", Answers.Arn));
        await using var server = new RawAnswerServer(_ => RawAnswerServer.Answer($"HTTP/1.1 307 Temporary Redirect\r\nLocation: {elsewhere.Uri}", ""));
        using var client = new AppFlowClient(new AppFlowClientOptions { Endpoint = server.Uri, Credentials = new BasicAWSCredentials("a", "b") });
        var e = await Assert.ThrowsAsync<AppFlowException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Assert.Equal(HttpStatusCode.TemporaryRedirect, e.StatusCode);
        Assert.Empty(elsewhere.Heads);
    }

    [Fact]
    public async Task An_answer_that_a_user_s_HttpClient_got_from_a_redirect_is_not_trusted()
    {
        await using var elsewhere = new RawAnswerServer(_ => RawAnswerServer.Answer("HTTP/1.1 200 OK", Answers.Arn));
        await using var server = new RawAnswerServer(_ => RawAnswerServer.Answer($"HTTP/1.1 307 Temporary Redirect\r\nLocation: {elsewhere.Uri}", ""));
        using var follows = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true });
        using var client = new AppFlowClient(new AppFlowClientOptions
        {
            Endpoint = server.Uri,
            Credentials = new BasicAWSCredentials("a", "b"),
            HttpClient = follows,
        });
        var e = await Assert.ThrowsAsync<AppFlowTransportException>(
            () => ConnectorRegistration.Update("orders").WithClientToken("token").SendAsync(client));

        Assert.Equal("token", e.ClientToken);
        Assert.Contains("AllowAutoRedirect", e.Message, StringComparison.Ordinal);
    }
}
