using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Retries;

/// <summary>
/// Unregister carries no token, so a call that may have been applied is not repeated: the label may have been registered again since.
/// </summary>
public sealed class UnregisterTests
{
    public static TheoryData<string> InDoubt => ["lost", "500", "503", "408 of a proxy"];

    [Theory]
    [MemberData(nameof(InDoubt))]
    public async Task An_unregister_that_may_have_been_applied_is_not_repeated(string what)
    {
        using var network = ScriptedNetwork.Of(
            what switch
            {
                "lost" => ScriptedNetwork.Lost,
                "500" => ScriptedNetwork.Error(500, "InternalServerException"),
                "503" => ScriptedNetwork.Error(503),
                _ => ScriptedNetwork.Error(408),
            },
            () => Answers.Json(200, "{}"));
        using var client = FakeService.RetryingClient(network, new SkippingTime());
        var e = await Assert.ThrowsAnyAsync<AppFlowException>(() => ConnectorRegistration.Unregister("orders").SendAsync(client));

        Assert.Single(network.Sent);
        Assert.Equal((1, false, true, ""), (e.Attempts, e.IsRetryable, e.MayHaveBeenApplied, e.ClientToken));
        Says.All(e.Message, "not retried", "without a client token", "DescribeConnector");
    }

    [Fact]
    public async Task A_refused_unregister_is_retried()
    {
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Error(429, "ThrottlingException"), () => Answers.Json(200, "{}"));
        using var client = FakeService.RetryingClient(network, new SkippingTime());

        Assert.Equal(2, (await ConnectorRegistration.Unregister("orders").SendAsync(client)).Attempts);
    }

    [Fact]
    public async Task Operations_that_only_read_are_retried_without_a_token()
    {
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Lost, () => Answers.Json(200, """{"connectors":[]}"""));
        using var client = FakeService.RetryingClient(network, new SkippingTime());

        Assert.Equal(2, (await ConnectorRegistration.List().SendAsync(client)).Attempts);
    }
}
