using AppFlow.Fluent.Emulator;
using AppFlow.Fluent.Tests.Fakes;
using AppFlow.Fluent.Tests.Requests;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Tests.Emulation;

/// <summary>The client with a service that verifies signatures, validates and remembers tokens.</summary>
public sealed class EndToEndTests
{
    [Fact]
    public async Task A_connector_is_registered_updated_and_unregistered()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        using var client = appflow.CreateClient();

        var registered = await ConnectorRegistration.Register("orders").WithDescription("first + best").WithLambda(RequestSamples.LambdaArn).SendAsync(client);
        Assert.Contains("orders", registered.ConnectorArn, StringComparison.Ordinal);
        Assert.NotNull(registered.RequestId);

        var updated = await ConnectorRegistration.Update("orders").WithLambda(RequestSamples.LambdaArn + "2").SendAsync(client);
        Assert.Equal(registered.ConnectorArn, updated.ConnectorArn);

        var described = await ConnectorRegistration.Describe("orders").SendAsync(client);
        Assert.Equal("first + best", described.ConnectorConfiguration.ConnectorDescription);
        Assert.Equal(RequestSamples.LambdaArn + "2", described.ConnectorConfiguration.ConnectorProvisioningConfig?.Lambda.LambdaArn);
        Assert.Equal(ConnectorType.CustomConnector, described.ConnectorConfiguration.ConnectorType);
        Assert.NotNull(described.ConnectorConfiguration.AuthenticationConfig);

        var listed = Assert.Single((await ConnectorRegistration.List().SendAsync(client)).Connectors);
        Assert.Equal("orders", listed.ConnectorLabel);

        await ConnectorRegistration.Unregister("orders").WithForceDelete().SendAsync(client);
        Assert.Empty((await ConnectorRegistration.List().SendAsync(client)).Connectors);
        Assert.Equal(3, appflow.Applied.Count);
        Assert.All(appflow.Received, entry => Assert.Null(entry.Error));
    }

    [Fact]
    public async Task All_pages_are_enumerated()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        using var client = appflow.CreateClient();
        foreach (var label in new[] { "one", "two", "three", "four", "five" })
        {
            await RegisterAsync(client, label);
        }

        var labels = new List<string?>();
        await foreach (var connector in ConnectorRegistration.List().WithMaxResults(2).EnumerateAsync(client))
        {
            labels.Add(connector.ConnectorLabel);
        }

        Assert.Equal(["five", "four", "one", "three", "two"], labels.Order(StringComparer.Ordinal));
        Assert.Equal(3, appflow.Received.Count(entry => entry.Operation == "ListConnectors"));
    }

    [Fact]
    public async Task Session_credentials_are_accepted()
    {
        await using var appflow = await AppFlowEmulator.StartAsync(new AppFlowEmulatorOptions { SessionToken = FakeService.SessionToken, Region = "eusc-de-east-1" });
        using var client = appflow.CreateClient();
        await RegisterAsync(client, "orders");
        Assert.Single(appflow.Applied);
    }

    [Fact]
    public async Task Errors_of_the_service_have_their_types()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        using var client = appflow.CreateClient();
        await RegisterAsync(client, "orders");

        Assert.Equal("ConflictException", (await Assert.ThrowsAsync<ConflictException>(() => RegisterAsync(client, "orders"))).ErrorCode);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => ConnectorRegistration.Update("others").SendAsync(client));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => ConnectorRegistration.Describe("others").SendAsync(client));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => ConnectorRegistration.Unregister("others").SendAsync(client));
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        using var client = new AppFlowClient(new AppFlowClientOptions
        {
            Endpoint = appflow.Endpoint,
            Credentials = new Amazon.Runtime.BasicAWSCredentials("emulator", "wrong"),
        });
        var e = await Assert.ThrowsAsync<AppFlowException>(() => RegisterAsync(client, "orders"));
        Assert.Equal("InvalidSignatureException", e.ErrorCode);
        Assert.Empty(appflow.Applied);
    }

    [Fact]
    public async Task Thirty_two_concurrent_updates_with_one_token_are_applied_once_with_equal_answers()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        using var client = appflow.CreateClient();
        await RegisterAsync(client, "orders");
        var update = ConnectorRegistration.Update("orders").WithDescription("adds paging").WithClientToken(ClientToken.New());
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => update.SendAsync(client))));

        Assert.Single(appflow.Applied, entry => entry.Operation == "UpdateConnectorRegistration");
        Assert.Single(answers.Select(answer => (answer.ConnectorArn, answer.ClientToken)).Distinct());
        Assert.Equal(32, appflow.Received.Count(entry => entry.Operation == "UpdateConnectorRegistration"));
    }

    [Fact]
    public async Task A_token_is_a_new_call_after_eight_hours()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        await using var appflow = await AppFlowEmulator.StartAsync(new AppFlowEmulatorOptions { TimeProvider = clock });
        using var client = appflow.CreateClient();
        await RegisterAsync(client, "orders");
        var update = ConnectorRegistration.Update("orders").WithOperationId("release-42");
        await update.SendAsync(client);
        clock.Advance(TimeSpan.FromHours(8) - TimeSpan.FromSeconds(1));
        await update.SendAsync(client);
        Assert.Single(appflow.Applied, entry => entry.Operation == "UpdateConnectorRegistration");

        clock.Advance(TimeSpan.FromSeconds(2));
        await update.SendAsync(client);
        Assert.Equal(2, appflow.Applied.Count(entry => entry.Operation == "UpdateConnectorRegistration"));
    }

    [Fact]
    public async Task A_call_whose_answer_was_lost_is_continued_with_the_token_of_its_exception()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        using var network = new HttpClient(new LostAnswers(1));
        using var client = new AppFlowClient(new AppFlowClientOptions { Endpoint = appflow.Endpoint, Credentials = appflow.Credentials, HttpClient = network, MaxAttempts = 1 });
        var register = ConnectorRegistration.Register("orders").WithLambda(RequestSamples.LambdaArn);
        var e = await Assert.ThrowsAsync<AppFlowTransportException>(() => register.SendAsync(client));
        Assert.Single(appflow.Applied);

        var continued = await register.WithClientToken(e.ClientToken).SendAsync(client);
        Assert.Equal(e.ClientToken, continued.ClientToken);
        Assert.Single(appflow.Applied);
        Assert.Equal([LedgerOutcome.Applied, LedgerOutcome.Replayed], appflow.Received.Select(entry => entry.Outcome));

        // Without the token it is a new call, and the label is taken.
        await Assert.ThrowsAsync<ConflictException>(() => register.SendAsync(client));
    }

    [Fact]
    public async Task A_call_whose_answers_were_lost_twice_is_answered_by_the_third_attempt_and_applied_once()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        using var network = new HttpClient(new LostAnswers(2));
        using var client = new AppFlowClient(new AppFlowClientOptions
        {
            Endpoint = appflow.Endpoint,
            Credentials = appflow.Credentials,
            HttpClient = network,
            TimeProvider = new SkippingTime(),
            AttemptTimeout = Timeout.InfiniteTimeSpan,
        });
        var response = await ConnectorRegistration.Register("orders").WithLambda(RequestSamples.LambdaArn).SendAsync(client);

        Assert.Equal(3, response.Attempts);
        Assert.Single(appflow.Applied);
        Assert.Equal(
            [(1, LedgerOutcome.Applied), (2, LedgerOutcome.Replayed), (3, LedgerOutcome.Replayed)],
            appflow.Received.Select(entry => (entry.Attempt ?? 0, entry.Outcome)));
        Assert.Single(appflow.Received.Select(entry => (entry.InvocationId, entry.ClientToken)).Distinct());
    }

    [Fact]
    public async Task A_token_with_other_input_is_a_conflict_and_a_changed_operation_is_not()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        using var client = appflow.CreateClient();
        await RegisterAsync(client, "orders");
        var update = ConnectorRegistration.Update("orders").WithDescription("one");

        await update.WithClientToken("token").SendAsync(client);
        var e = await Assert.ThrowsAsync<ConflictException>(() => update.WithClientToken("token").WithDescription("two").SendAsync(client));
        Assert.Equal("token", e.ClientToken);

        await update.WithOperationId("release-42").SendAsync(client);
        await update.WithOperationId("release-42").WithDescription("two").SendAsync(client);
    }

    private static Task<RegisterConnectorResponse> RegisterAsync(AppFlowClient client, string label) =>
        ConnectorRegistration.Register(label).WithLambda(RequestSamples.LambdaArn).SendAsync(client);
}
