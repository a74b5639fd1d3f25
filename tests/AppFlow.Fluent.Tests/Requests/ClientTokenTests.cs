using AppFlow.Fluent.Tests.Fakes;
using CsCheck;

namespace AppFlow.Fluent.Tests.Requests;

/// <summary>The token of a call.</summary>
public sealed class ClientTokenTests
{
    [Fact]
    public async Task Without_a_token_each_call_gets_its_own_UUID()
    {
        var request = ConnectorRegistration.Update("orders");
        var one = await TokenAsync(request);
        var other = await TokenAsync(request);

        Assert.True(Guid.TryParseExact(one, "D", out _));
        Assert.True(Guid.TryParseExact(other, "D", out _));
        Assert.NotEqual(one, other);
        Assert.Null(request.ClientToken);
    }

    [Fact]
    public async Task A_UUID_becomes_a_token()
    {
        var uuid = Guid.Parse("{0F8FAD5B-D9CB-469F-A165-70867728950E}");
        Assert.Equal("0f8fad5b-d9cb-469f-a165-70867728950e", await TokenAsync(ConnectorRegistration.Update("orders").WithClientToken(ClientToken.From(uuid))));
        Assert.Equal("value", Assert.Throws<ArgumentException>(() => ClientToken.From(Guid.Empty)).ParamName);
    }

    [Theory]
    [InlineData("t")]
    [InlineData(" ~,:'\"\\<>&+ ")]
    public async Task A_given_token_is_sent_unchanged_each_time(string token)
    {
        var request = ConnectorRegistration.Update("orders").WithClientToken(token);
        Assert.Equal(token, await TokenAsync(request));
        Assert.Equal(token, await TokenAsync(request));
    }

    [Fact]
    public async Task Tokens_of_operation_ids_never_change_between_versions()
    {
        // Recorded values. If they change, a step that is re-run after an upgrade is applied twice.
        Assert.Equal(
            "c9b7c8b6146dafe17d88418070662f0f744cb6e757b8fb2394000a363b7f4d83",
            await TokenAsync(ConnectorRegistration.Update("orders").WithOperationId("release-42")));
        Assert.Equal(
            "cf6cab3e3c6a78992d6607c5ac481c05dccf8db9e4093bdb941fde586cd92cf1",
            await TokenAsync(ConnectorRegistration.Update("orders").WithDescription("adds paging").WithLambda(RequestSamples.LambdaArn).WithOperationId("é 漢 😀")));
        Assert.Equal(
            "a313aa77b09a446d2a9508f2012c627104fe2ba6387aac0dc37550928cff0d2d",
            await TokenAsync(ConnectorRegistration.Register("orders").WithLambda(RequestSamples.LambdaArn).WithOperationId("release-42")));
    }

    [Fact]
    public async Task The_same_id_and_content_give_the_same_token_however_the_request_was_made()
    {
        var one = ConnectorRegistration.Update("orders").WithDescription("a").WithLambda(RequestSamples.LambdaArn).WithOperationId("x");
        var other = ConnectorRegistration.Update().WithOperationId("y").WithConnectorProvisioningConfig(RequestSamples.Config)
            .WithOperationId("x").WithDescription("b").WithDescription("a").WithConnectorLabel("orders");

        Assert.Equal(await TokenAsync(one), await TokenAsync(other));
    }

    [Fact]
    public async Task Any_other_id_content_or_operation_gives_another_token()
    {
        var update = ConnectorRegistration.Update("ab").WithOperationId("x");
        var register = ConnectorRegistration.Register("ab").WithLambda(RequestSamples.LambdaArn).WithOperationId("x");
        string[] tokens =
        [
            await TokenAsync(update),
            await TokenAsync(update.WithOperationId("y")),
            await TokenAsync(update.WithOperationId("x ")),
            await TokenAsync(update.WithOperationId("X")),
            await TokenAsync(update.WithConnectorLabel("abc")),
            await TokenAsync(update.WithDescription("")),
            await TokenAsync(update.WithDescription("ab")),
            await TokenAsync(update.WithDescription("cd")),
            await TokenAsync(update.WithConnectorLabel("cd").WithDescription("ab")),
            await TokenAsync(update.WithConnectorLabel("abcd").WithDescription("")),
            await TokenAsync(update.WithConnectorLabel("abc").WithDescription("d")),
            await TokenAsync(update.WithLambda(RequestSamples.LambdaArn)),
            await TokenAsync(update.WithLambda(RequestSamples.LambdaArn + "2")),
            await TokenAsync(register),
            await TokenAsync(register.WithDescription("")),
            await TokenAsync(register.WithOperationId("y")),
        ];

        Assert.Equal(tokens.Length, tokens.Distinct().Count());
    }

    [Fact]
    public void Requests_that_differ_never_share_a_derived_token()
    {
        var text = Gen.OneOfConst(null, "", "a", "b", "aa", "ab", "description", "connectorLabel");
        var request = Gen.Select(
            Gen.OneOfConst("x", "y", "xy"), Gen.OneOfConst("Update", "Register", "UpdateRegister"), text, text, text,
            (id, operation, label, description, arn) => (id, operation, label, description, arn));
        Gen.Select(request, request).Sample(
            (one, other) => Assert.Equal(one == other, Derived(one) == Derived(other)),
            iter: 10_000);
    }

    [Fact]
    public void The_service_accepts_a_derived_token() =>
        Gen.Char['!', '\u2FFF'].Array[1, 200].Sample(
            id =>
            {
                var token = ClientToken.Derive(new string(id), "Update", ("connectorLabel", "orders"));
                Assert.Equal(token, ConnectorRegistration.Update("orders").WithClientToken(token).ClientToken);
            },
            iter: 1_000);

    [Fact]
    public void New_returns_a_new_UUID_each_time()
    {
        var tokens = Enumerable.Range(0, 100).Select(_ => ClientToken.New()).ToArray();
        Assert.Equal(100, tokens.Distinct().Count());
        Assert.All(tokens, token => Assert.True(Guid.TryParseExact(token, "D", out _)));
    }

    private static string Derived((string Id, string Operation, string? Label, string? Description, string? Arn) request) =>
        ClientToken.Derive(
            request.Id,
            request.Operation,
            ("connectorLabel", request.Label),
            ("description", request.Description),
            ("connectorProvisioningConfig.lambda.lambdaArn", request.Arn));

    private static async Task<string> TokenAsync(UpdateConnectorRegistrationRequest request)
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var client = FakeService.Client(network);
        var response = await request.SendAsync(client);
        Assert.Equal(network.Single.ClientToken, response.ClientToken);
        return response.ClientToken;
    }

    private static async Task<string> TokenAsync(RegisterConnectorRequest request)
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var client = FakeService.Client(network);
        var response = await request.SendAsync(client);
        Assert.Equal(network.Single.ClientToken, response.ClientToken);
        return response.ClientToken;
    }
}
