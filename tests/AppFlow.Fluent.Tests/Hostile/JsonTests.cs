using System.Text;
using System.Text.Json.Nodes;
using AppFlow.Fluent.Tests.Data;
using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Hostile;

/// <summary>Complete HTTP answers whose body is not JSON, or not the JSON of the operation.</summary>
public sealed class JsonTests
{
    private const int Deep = 2_000_000;

    private static readonly Dictionary<string, Hostility> Bodies = new Hostility[]
    {
        Hostility.Unreadable("HTML", Http.Answer("HTTP/1.1 200 OK\r\nContent-Type: text/html", "<html><body>Welcome</body></html>"), "text/html", "33 bytes", "'<'"),
        Hostility.Unreadable("XML", Http.Json("<UpdateConnectorRegistrationResponse/>"), "'<'"),
        Hostility.Unreadable("text", Http.Json("OK"), "'O'"),
        Hostility.Unreadable("zeros", Http.Json(new byte[1000]), "1000 bytes"),
        Hostility.Unreadable("comment", Http.Json($"/* fine */ {Answers.Arn}"), "'/'"),
        Hostility.Unreadable("two documents", Http.Json(Answers.Arn + Answers.Arn), "after a single JSON value"),
        Hostility.Unreadable("trailing comma", Http.Json($$"""{"connectorArn":"{{Answers.ConnectorArn}}",}"""), "trailing comma"),
        Hostility.Unreadable("not a number", Http.Json("""{"connectorArn":NaN}"""), "$.connectorArn"),
        Hostility.Unreadable("half a surrogate pair", Http.Json("""{"connectorArn":"\ud83d"}"""), "cannot be read"),
        Hostility.Unreadable("deep arrays", Http.Json(new string('[', Deep)), "cannot be read"),
        Hostility.Unreadable("deep objects", Http.Json(Repeat("{\"a\":", Deep / 5)), "depth"),
        Hostility.Unreadable("deep where nothing is known", Http.Json("{\"a\":" + new string('[', Deep)), "depth"),
        Hostility.Unreadable("deep where text is expected", Http.Json("{\"connectorArn\":" + new string('[', Deep)), "cannot be read"),
        Hostility.Unreadable("a long name", Http.Json($$"""{"{{new string('n', Deep)}}": x}"""), "cannot be read", "…"),
        Hostility.Unreadable("a long literal", Http.Json($$"""{"connectorArn":nul{{new string('l', Deep)}}}"""), "cannot be read"),
        Hostility.Unreadable("no body", Http.Json(""), "without connectorArn"),
        Hostility.Unreadable("null", Http.Json("null"), "null instead of an object"),
        Hostility.Refused("a deep error", 400, Http.Answer("HTTP/1.1 400 No", "{\"message\":" + new string('[', Deep)), "no error code", "400"),
        Hostility.Refused("a deep error of the service", 500, Http.Answer("HTTP/1.1 500 No", Repeat("{\"a\":", Deep / 5)), "no error code", "500"),
        Hostility.Refused("an error in HTML", 502, Http.Answer("HTTP/1.1 502 No\r\nContent-Type: text/html", "<html/>"), "text/html", "502"),
        Hostility.Refused("a long message", 400, Http.Answer("HTTP/1.1 400 No", $$"""{"message":"{{new string('m', Deep)}}"}"""), "mmm…"),
        Hostility.Refused("a message that rings", 400, Http.Answer("HTTP/1.1 400 No", """{"message":"a\u001b[2J\u0007b\nc"}"""), "a\uFFFD[2J\uFFFDb\nc"),
        Hostility.RefusedByCode("a long code", 400, Http.Answer("HTTP/1.1 400 No", $$"""{"code":"{{new string('c', Deep)}}"}"""), "ccc…"),
        Hostility.RefusedByCode("a code of two lines", 400, Http.Answer("HTTP/1.1 400 No", """{"code":"a\nb"}"""), "a\uFFFDb"),
    }.ToDictionary(one => one.Name);

    public static TheoryData<string> Names => new(Bodies.Keys);

    public static TheoryData<string> Operations => ["Update", "Register", "Describe", "List"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_meaningless_body_is_described(string name) => await Victim.AssertFailsAsync(Bodies[name]);

    [Fact]
    public Task Two_hundred_bodies_of_HTML_leave_nothing_behind() => Victim.AssertRecoversAsync(Bodies["HTML"]);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_member_of_the_wrong_type_makes_an_answer_unreadable(string operation)
    {
        var body = "";
        await using var server = new HostileServer(peer => peer.ServeAsync(() => Http.Json(Volatile.Read(ref body))));
        using var client = Victim.Client(server.Uri);
        var tried = 0;
        foreach (var wrong in WrongTypes(Example(operation)))
        {
            body = wrong.ToJsonString();
            var e = await Assert.ThrowsAsync<AppFlowException>(() => SendAsync(operation, client));

            Assert.Equal((System.Net.HttpStatusCode.OK, 1, true), (e.StatusCode, e.Attempts, e.IsRetryable));
            Assert.Contains("cannot be read", e.Message, StringComparison.Ordinal);
            tried++;
        }

        Assert.True(tried >= 4);
        body = Example(operation).ToJsonString();
        await SendAsync(operation, client);
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task An_answer_whose_content_is_not_used_may_be_any_JSON()
    {
        await using var server = new HostileServer(peer => peer.ServeAsync(Http.Json("""{"connectorArn":5,"a":[{"b":null}]}""")));
        using var client = Victim.Client(server.Uri);

        Assert.Equal(1, (await ConnectorRegistration.Unregister("orders").SendAsync(client)).Attempts);
    }

    private static JsonObject Example(string operation)
    {
        var connector = Facts.DescribeAnswer;
        return operation switch
        {
            "Describe" => connector,
            "List" => JsonNode.Parse(
                """
                {"connectors":[{"connectorDescription":"d","connectorName":"n","connectorOwner":"o","connectorVersion":"1","applicationType":"a",
                "connectorType":"New","connectorLabel":"orders","registeredAt":1.5,"registeredBy":"me","connectorProvisioningType":"LAMBDA",
                "connectorModes":["SOURCE"],"supportedDataTransferTypes":["FILE"]}],"nextToken":"next"}
                """)!.AsObject(),
            _ => JsonNode.Parse(Answers.Arn)!.AsObject(),
        };
    }

    private static async Task SendAsync(string operation, AppFlowClient client)
    {
        switch (operation)
        {
            case "Update":
                await ConnectorRegistration.Update("orders").SendAsync(client);
                break;
            case "Register":
                await ConnectorRegistration.Register("orders").WithLambda(Requests.RequestSamples.LambdaArn).SendAsync(client);
                break;
            case "Describe":
                await ConnectorRegistration.Describe("orders").SendAsync(client);
                break;
            default:
                await ConnectorRegistration.List().SendAsync(client);
                break;
        }
    }

    private static IEnumerable<JsonNode> WrongTypes(JsonNode example)
    {
        foreach (var path in Paths(example, []).ToList())
        {
            foreach (var wrong in new[] { "5", "\"text\"", "true", "[]", "{}", "[5]", "[[]]" })
            {
                var document = example.DeepClone();
                var place = document;
                foreach (var step in path.SkipLast(1))
                {
                    place = step is string name ? place[name]! : place[(int)step]!;
                }

                var value = JsonNode.Parse(wrong)!;
                var right = path[^1] is string member ? place[member]! : place[(int)path[^1]]!;
                if (IsFine(right, value))
                {
                    continue;
                }

                if (path[^1] is string last)
                {
                    place[last] = value;
                }
                else
                {
                    place[(int)path[^1]] = value;
                }

                yield return document;
            }
        }
    }

    private static bool IsFine(JsonNode right, JsonNode value) =>
        right.GetValueKind() == value.GetValueKind() && (right is not JsonArray || value.AsArray().Count == 0)
        || (right.GetValueKind(), value.GetValueKind()) is (System.Text.Json.JsonValueKind.False, System.Text.Json.JsonValueKind.True);

    private static IEnumerable<object[]> Paths(JsonNode node, object[] path)
    {
        // The service's metadata of a built-in connector is passed on unchanged.
        var parts = node switch
        {
            JsonObject members => members.Where(member => member.Key != "connectorMetadata").Select(member => ((object)member.Key, member.Value!)),
            JsonArray items => items.Select((item, index) => ((object)index, item!)),
            _ => [],
        };
        foreach (var (step, part) in parts)
        {
            object[] further = [.. path, step];
            yield return further;
            foreach (var inner in Paths(part, further))
            {
                yield return inner;
            }
        }
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
