using System.Reflection;
using AppFlow.Fluent.Tests.Fakes;
using AppFlow.Fluent.Tests.Requests;

namespace AppFlow.Fluent.Tests.Client;

/// <summary>An implementation of the one method of <see cref="IAppFlowClient"/> can replace the service, or decorate its client.</summary>
public sealed class AppFlowClientInterfaceTests
{
    private static readonly UpdateConnectorRegistrationRequest Update = ConnectorRegistration.Update("orders").WithDescription("adds paging");

    [Fact]
    public async Task A_fake_answers_every_request()
    {
        var fake = new FakeClient(
            new UpdateConnectorRegistrationResponse { ConnectorArn = "arn:1", ClientToken = "t", RequestId = "r", Attempts = 2 },
            new RegisterConnectorResponse { ConnectorArn = "arn:2" },
            new UnregisterConnectorResponse { RequestId = "u" },
            new DescribeConnectorResponse { ConnectorConfiguration = new ConnectorConfiguration { ConnectorLabel = "orders", ConnectorModes = ["SOURCE"] } },
            new ListConnectorsResponse { Connectors = [new ConnectorDetail { ConnectorLabel = "orders" }] });

        Assert.Equal("arn:1", (await Update.SendAsync(fake)).ConnectorArn);
        Assert.Equal("arn:2", (await ConnectorRegistration.Register("orders").WithLambda(RequestSamples.LambdaArn).SendAsync(fake)).ConnectorArn);
        Assert.Equal("u", (await ConnectorRegistration.Unregister("orders").SendAsync(fake)).RequestId);
        Assert.Equal("orders", (await ConnectorRegistration.Describe("orders").SendAsync(fake)).ConnectorConfiguration.ConnectorLabel);
        Assert.Equal("orders", Assert.Single((await ConnectorRegistration.List().SendAsync(fake)).Connectors).ConnectorLabel);
        Assert.Equal(Update, fake.Requests[0]);
    }

    [Fact]
    public async Task A_fake_gives_the_pages_of_an_enumeration()
    {
        var fake = new FakeClient(
            new ListConnectorsResponse { Connectors = [new ConnectorDetail { ConnectorLabel = "a1" }], NextToken = "second" },
            new ListConnectorsResponse { Connectors = [new ConnectorDetail { ConnectorLabel = "b2" }] });
        var labels = new List<string?>();
        await foreach (var connector in ConnectorRegistration.List().EnumerateAsync(fake))
        {
            labels.Add(connector.ConnectorLabel);
        }

        Assert.Equal(["a1", "b2"], labels);
        Assert.Equal(ConnectorRegistration.List().WithNextToken("second"), fake.Requests[1]);
    }

    [Fact]
    public async Task A_fake_throws_what_the_service_would()
    {
        var thrown = new ThrottlingException("Rate exceeded") { ClientToken = "t", Attempts = 3, IsRetryable = true, ErrorCode = "ThrottlingException" };
        var caught = await Assert.ThrowsAsync<ThrottlingException>(() => Update.SendAsync(new FakeClient(thrown)));
        Assert.Same(thrown, caught);
        Assert.Equal(("Rate exceeded", "t", 3, true), (caught.Message, caught.ClientToken, caught.Attempts, caught.IsRetryable));
    }

    [Fact]
    public async Task A_fake_does_not_get_an_incomplete_request()
    {
        var fake = new FakeClient();
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => ConnectorRegistration.Update().SendAsync(fake));
        Assert.Contains("WithConnectorLabel", e.Message, StringComparison.Ordinal);
        Assert.Empty(fake.Requests);
    }

    [Fact]
    public async Task A_decorator_passes_requests_on()
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var client = FakeService.Client(network);
        var decorator = new Decorator(client);
        var answer = await Update.WithClientToken("token-1").SendAsync(decorator);

        Assert.Equal("token-1", answer.ClientToken);
        Assert.Equal(1, decorator.Count);
        Assert.Equal("token-1", (string?)network.Single.Json["clientToken"]);
    }

    [Fact]
    public async Task The_client_itself_sends_what_its_method_is_given()
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var client = FakeService.Client(network);
        UpdateConnectorRegistrationResponse answer = await client.SendAsync(Update);

        Assert.Equal((string?)network.Single.Json["clientToken"], answer.ClientToken);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync(ConnectorRegistration.Update()));
        await Assert.ThrowsAsync<ArgumentNullException>("request", () => client.SendAsync<UpdateConnectorRegistrationResponse>(null!));
    }

    [Fact]
    public void Only_this_library_can_derive_requests()
    {
        var type = typeof(AppFlowRequest<int>);
        Assert.Contains(type.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic), method => method is { IsAbstract: true, IsAssembly: true });
    }

    [Fact]
    public void Values_of_responses_and_errors_can_only_be_set_at_construction()
    {
        var types = typeof(AppFlowClient).Assembly.GetExportedTypes()
            .Where(type => type.IsAssignableTo(typeof(AppFlowException)) || type.Namespace == "AppFlow.Fluent" && type.Name.EndsWith("Response", StringComparison.Ordinal)
                || type == typeof(ConnectorConfiguration) || type == typeof(ConnectorDetail) || type == typeof(AuthenticationConfig) || type == typeof(AuthParameter)
                || type == typeof(CustomAuthConfig) || type == typeof(OAuth2Defaults) || type == typeof(OAuth2CustomParameter) || type == typeof(ConnectorRuntimeSetting)
                || type == typeof(DataTransferApi))
            .ToArray();
        Assert.Equal(25, types.Length);
        Assert.All(types, type =>
        {
            Assert.NotNull(type.GetConstructor([]));
            Assert.All(
                type.GetProperties().Where(property => property.DeclaringType!.Namespace == "AppFlow.Fluent"),
                property => Assert.True(Construction.IsSetWhenMade(property), $"{type.Name}.{property.Name} cannot be set"));
        });
    }

    private sealed class Decorator(IAppFlowClient inner) : IAppFlowClient
    {
        public int Count { get; private set; }

        public Task<TResponse> SendAsync<TResponse>(AppFlowRequest<TResponse> request, CancellationToken cancellationToken = default)
        {
            Count++;
            return inner.SendAsync(request, cancellationToken);
        }
    }
}
