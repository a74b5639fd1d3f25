using System.Net;
using Amazon.Runtime;
using AppFlow.Fluent.Emulator;
using AppFlow.Fluent.Extensions.DependencyInjection.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests.Readme;

/// <summary>The README's three ways to test code that sends requests.</summary>
public sealed class TestingTests
{
    [Fact]
    public async Task A_fake()
    {
        var fake = new FakeAppFlow();
        await new Rollout(fake).RunAsync("orders", "release-42", CancellationToken.None);
        Assert.Equal(ConnectorRegistration.Update("orders").WithOperationId("release-42"), fake.Sent.Single());

        var busy = await Assert.ThrowsAsync<ThrottlingException>(() => new Rollout(fake).RunAsync("busy", "release-42", CancellationToken.None));
        Assert.Equal(("t", true), (busy.ClientToken, busy.IsRetryable));
    }

    [Fact]
    public async Task The_emulator_in_process()
    {
        var services = new ServiceCollection();
        await using var appflow = await AppFlowEmulator.StartAsync();
        services.AddAppFlowClient(options => (options.Endpoint, options.Credentials) = (appflow.Endpoint, appflow.Credentials));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IAppFlowClient>();
        await ConnectorRegistration.Register("orders").WithLambda(Containers.LambdaArn).SendAsync(client);

        var rollout = new Rollout(client);
        await rollout.RunAsync("orders", "release-42", CancellationToken.None);
        await rollout.RunAsync("orders", "release-42", CancellationToken.None);
        Assert.Single(appflow.Applied, entry => entry.Operation == "UpdateConnectorRegistration");
    }

    [Fact]
    public async Task A_stub_handler()
    {
        var services = new ServiceCollection();
        services.AddAppFlowClient(options => (options.Region, options.Credentials, options.MaxAttempts) = ("us-east-1", new BasicAWSCredentials("key", "secret"), 1));
        services.AddHttpClient("AppFlow.Fluent").ConfigurePrimaryHttpMessageHandler(() => new BrokenProxy());
        await using var provider = services.BuildServiceProvider();

        var e = await Assert.ThrowsAsync<AppFlowException>(() => new Rollout(provider.GetRequiredService<IAppFlowClient>()).RunAsync("orders", "release-42", CancellationToken.None));
        Assert.Equal((HttpStatusCode.BadGateway, true), (e.StatusCode!.Value, e.IsRetryable));
    }

    [Fact]
    public async Task A_default_client_that_forwards_to_the_test_s_client()
    {
        // The default client of this process; no other test uses it.
        AppFlowClient.Default = new ClientOfTheTest();
        var fakes = Enumerable.Range(1, 4).Select(_ => new FakeAppFlow()).ToArray();
        await Task.WhenAll(fakes.Select((fake, number) => Task.Run(() =>
        {
            ClientOfTheTest.Use(fake);
            return ConnectorRegistration.Update($"orders-{number}").SendAsync();
        })));

        Assert.Equal(
            fakes.Select((_, number) => (object)ConnectorRegistration.Update($"orders-{number}")),
            fakes.Select(fake => fake.Sent.Single()));
    }

    private sealed class ClientOfTheTest : IAppFlowClient
    {
        private static readonly AsyncLocal<IAppFlowClient?> OfTheTest = new();

        public static void Use(IAppFlowClient client) => OfTheTest.Value = client;

        public Task<TResponse> SendAsync<TResponse>(AppFlowRequest<TResponse> request, CancellationToken cancellationToken = default) =>
            (OfTheTest.Value ?? throw new InvalidOperationException("The test has set no client.")).SendAsync(request, cancellationToken);
    }

    private sealed class FakeAppFlow : IAppFlowClient
    {
        public List<object> Sent { get; } = [];

        public async Task<TResponse> SendAsync<TResponse>(AppFlowRequest<TResponse> request, CancellationToken cancellationToken = default)
        {
            Sent.Add(request);
            return (TResponse)await AnswerAsync(request);
        }

        private static Task<object> AnswerAsync(object request) => request switch
        {
            UpdateConnectorRegistrationRequest { ConnectorLabel: "busy" } => throw new ThrottlingException("Rate exceeded") { ClientToken = "t", IsRetryable = true },
            UpdateConnectorRegistrationRequest update => Task.FromResult<object>(new UpdateConnectorRegistrationResponse { ConnectorArn = $"arn:{update.ConnectorLabel}" }),
            _ => throw new NotSupportedException(),
        };
    }

    private sealed class BrokenProxy : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway) { RequestMessage = request, Content = new StringContent("<html>") });
    }
}
