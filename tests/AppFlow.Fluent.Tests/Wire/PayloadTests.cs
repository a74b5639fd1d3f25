using System.Text.Json.Nodes;
using AppFlow.Fluent.Tests.Fakes;
using AppFlow.Fluent.Tests.Requests;

namespace AppFlow.Fluent.Tests.Wire;

/// <summary>Fields that are not set are not sent.</summary>
public sealed class PayloadTests
{
    private const string Lambda = $$$"""{"lambda":{"lambdaArn":"{{{RequestSamples.LambdaArn}}}"}}""";

    public static TheoryData<string, string> Updates => new()
    {
        { "label", """{"connectorLabel":"orders","clientToken":"t"}""" },
        { "empty description", """{"connectorLabel":"orders","description":"","clientToken":"t"}""" },
        { "all", $$"""{"connectorLabel":"orders","description":"a + b","connectorProvisioningConfig":{{Lambda}},"clientToken":"t"}""" },
        { "operation id", """{"connectorLabel":"orders","clientToken":"24eb7b95"}""" },
    };

    [Theory]
    [MemberData(nameof(Updates))]
    public async Task Update_sends_what_was_set(string what, string expected)
    {
        var update = ConnectorRegistration.Update("orders");
        var request = what switch
        {
            "label" => update.WithClientToken("t"),
            "empty description" => update.WithDescription("").WithClientToken("t"),
            "all" => update.WithDescription("a + b").WithLambda(RequestSamples.LambdaArn).WithClientToken("t"),
            _ => update.WithOperationId("release-42"),
        };
        var sent = await SendAsync(Answers.Arn, client => request.SendAsync(client));

        var wanted = JsonNode.Parse(expected)!.AsObject();
        if (what == "operation id")
        {
            wanted["clientToken"] = sent.ClientToken;
            Assert.Equal(64, sent.ClientToken.Length);
        }

        AssertSent("/update-connector-registration", wanted, sent);
    }

    [Fact]
    public async Task Register_sends_its_provisioning_type_with_its_config()
    {
        var sent = await SendAsync(Answers.Arn, client => ConnectorRegistration.Register("orders")
            .WithLambda(RequestSamples.LambdaArn).WithClientToken("t").SendAsync(client));
        AssertSent(
            "/register-connector",
            JsonNode.Parse(
                $$"""{"connectorLabel":"orders","connectorProvisioningType":"LAMBDA","connectorProvisioningConfig":{{Lambda}},"clientToken":"t"}""")!,
            sent);
    }

    [Fact]
    public async Task Register_sends_a_description_even_when_it_is_empty()
    {
        var sent = await SendAsync(Answers.Arn, client => ConnectorRegistration.Register("orders")
            .WithConnectorProvisioningConfig(RequestSamples.Config).WithDescription("").WithClientToken("t").SendAsync(client));
        Assert.Equal("", (string?)sent.Json["description"]);
    }

    [Fact]
    public async Task Unregister_sends_forceDelete_only_when_it_was_set()
    {
        var plain = await SendAsync("{}", client => ConnectorRegistration.Unregister("orders").SendAsync(client));
        AssertSent("/unregister-connector", JsonNode.Parse("""{"connectorLabel":"orders"}""")!, plain);
        var forced = await SendAsync("{}", client => ConnectorRegistration.Unregister("orders").WithForceDelete().SendAsync(client));
        AssertSent("/unregister-connector", JsonNode.Parse("""{"connectorLabel":"orders","forceDelete":true}""")!, forced);
    }

    [Fact]
    public async Task Describe_sends_the_connector_type_CustomConnector()
    {
        var sent = await SendAsync("""{"connectorConfiguration":{}}""", client => ConnectorRegistration.Describe("orders").SendAsync(client));
        AssertSent("/describe-connector", JsonNode.Parse("""{"connectorType":"CustomConnector","connectorLabel":"orders"}""")!, sent);
    }

    [Fact]
    public async Task List_sends_an_empty_object_until_something_is_set()
    {
        var plain = await SendAsync("{}", client => ConnectorRegistration.List().SendAsync(client));
        AssertSent("/list-connectors", new JsonObject(), plain);
        var both = await SendAsync("{}", client => ConnectorRegistration.List().WithMaxResults(7).WithNextToken("a+b/é").SendAsync(client));
        AssertSent("/list-connectors", JsonNode.Parse("""{"maxResults":7,"nextToken":"a+b/é"}""")!, both);
    }

    private static async Task<SentRequest> SendAsync(string answer, Func<AppFlowClient, Task> send)
    {
        using var network = new RecordingHandler(answer);
        using var client = FakeService.Client(network);
        await send(client);
        return network.Single;
    }

    private static void AssertSent(string path, JsonNode expected, SentRequest sent)
    {
        Assert.Equal(path, sent.Uri.AbsolutePath);
        Assert.True(JsonNode.DeepEquals(expected, sent.Json), $"expected {expected.ToJsonString()}, sent {sent.Text}");
    }
}
