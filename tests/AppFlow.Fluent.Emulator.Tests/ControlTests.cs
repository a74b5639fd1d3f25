using System.Text.Json;
using AppFlow.Fluent.Emulator.Tests.Wire;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>The emulator's control requests over HTTP.</summary>
public sealed class ControlTests : IAsyncLifetime
{
    private const string Plan =
        """{"seed":7,"rules":[{"kind":"errorAfterApplying","operation":"UpdateConnectorRegistration","connectorLabel":"orders","nth":1,"times":2,"statusCode":503,"errorCode":"ThrottlingException","message":"a+b","retryAfter":"00:00:00.2500000"},{"kind":"skewedDate","probability":0.25,"dateSkew":"-00:05:00"},{"kind":"delay","nth":9,"delay":"01:00:00"}]}""";

    private TestEmulator _appflow = null!;

    public static TheoryData<string, string, string> WrongBodies { get; } = new()
    {
        { "faults", "The fault plan is not valid JSON: ", "" },
        { "faults", "The fault plan is not valid JSON: ", "not json" },
        { "faults", "The fault plan must be a JSON object.", "[]" },
        { "faults", "The fault plan holds half a surrogate pair", """{"rules":[{"kind":"\ud800"}]}""" },
        { "faults", "rule is unknown: the members are seed, rules.", """{"rule":[]}""" },
        { "faults", "rules[0].statusCode must be from 400 to 599, and is 200.", """{"rules":[{"kind":"errorBeforeApplying","nth":1,"statusCode":200}]}""" },
        { "clock", "The body is not valid JSON: ", "" },
        { "clock", "advance is required.", "{}" },
        { "clock", "advance is required.", """{"advance":null}""" },
        { "clock", "advance must be a duration such as \"00:00:02.5\", and is '8h'.", """{"advance":"8h"}""" },
        { "clock", "advance must be a duration such as \"00:00:02.5\", and is the number 8.", """{"advance":8}""" },
        { "clock", "advance must be zero or more and end before the year 10000, and is '-00:00:01'.", """{"advance":"-00:00:01"}""" },
        { "clock", "advance must be zero or more and end before the year 10000, and is '9999999.00:00:00'.", """{"advance":"9999999.00:00:00"}""" },
        { "clock", "by is unknown: the members are advance.", """{"advance":"00:00:01","by":1}""" },
    };

    public async Task InitializeAsync() => _appflow = await TestEmulator.StartAsync();

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Fact]
    public async Task The_ledger_lists_what_was_received_and_applied()
    {
        await _appflow.RegisterAsync("orders");
        Assert.Equal(204, (await _appflow.ControlAsync(HttpMethod.Put, "faults", Plan)).Status);
        await _appflow.SendAsync(
            HttpMethod.Post,
            "/update-connector-registration",
            """{"connectorLabel":"orders","clientToken":"t"}"""u8.ToArray(),
            headers: new Dictionary<string, string> { ["amz-sdk-request"] = "attempt=2; max=3", ["amz-sdk-invocation-id"] = "8a4b" });
        await _appflow.UnregisterAsync("nowhere");

        var ledger = await _appflow.ControlAsync(HttpMethod.Get, "ledger");

        const string Registered =
            """{"operation":"RegisterConnector","region":"us-east-1","connectorLabel":"orders","clientToken":null,"attempt":null,"invocationId":null,"outcome":"applied","error":null,"description":null,"lambdaArn":"arn:aws:lambda:us-east-1:123456789012:function:orders","fault":null}""";
        const string Updated =
            """{"operation":"UpdateConnectorRegistration","region":"us-east-1","connectorLabel":"orders","clientToken":"t","attempt":2,"invocationId":"8a4b","outcome":"faulted","error":"ThrottlingException","description":null,"lambdaArn":null,"fault":"errorAfterApplying"}""";
        const string Unregistered =
            """{"operation":"UnregisterConnector","region":"us-east-1","connectorLabel":"nowhere","clientToken":null,"attempt":null,"invocationId":null,"outcome":"refused","error":"ResourceNotFoundException","description":null,"lambdaArn":null,"fault":null}""";
        Assert.Equal(200, ledger.Status);
        Assert.Equal("application/json", ledger.Headers["Content-Type"]);
        Assert.Equal($$"""{"received":[{{Registered}},{{Updated}},{{Unregistered}}],"applied":[{{Registered}},{{Updated}}]}""", ledger.Body);
    }

    [Fact]
    public async Task A_long_ledger_is_returned_completely()
    {
        for (var i = 0; i < 600; i++)
        {
            await _appflow.ListAsync();
        }

        Assert.Equal(600, (await _appflow.ControlAsync(HttpMethod.Get, "ledger")).Json.GetProperty("received").GetArrayLength());
    }

    [Fact]
    public async Task The_plan_is_returned_as_it_was_set()
    {
        Assert.Equal("""{"seed":0,"rules":[]}""", (await _appflow.ControlAsync(HttpMethod.Get, "faults")).Body);

        var put = await _appflow.ControlAsync(HttpMethod.Put, "faults", Plan);

        Assert.Equal((204, ""), (put.Status, put.Body));
        Assert.Equal(Plan, (await _appflow.ControlAsync(HttpMethod.Get, "faults")).Body);
    }

    [Fact]
    public async Task The_clock_can_be_advanced()
    {
        await _appflow.RegisterAsync("orders", clientToken: "t");

        Assert.Equal(204, (await _appflow.ControlAsync(HttpMethod.Post, "clock", """{"advance":"08:00:01"}""")).Status);

        (await _appflow.RegisterAsync("other", clientToken: "t")).ShouldSucceed();
    }

    [Fact]
    public async Task A_reset_empties_everything()
    {
        await _appflow.RegisterAsync("orders", clientToken: "t");
        await _appflow.ControlAsync(HttpMethod.Put, "faults", Plan);

        Assert.Equal(204, (await _appflow.ControlAsync(HttpMethod.Post, "reset")).Status);

        Assert.Equal("""{"received":[],"applied":[]}""", (await _appflow.ControlAsync(HttpMethod.Get, "ledger")).Body);
        Assert.Equal("""{"seed":0,"rules":[]}""", (await _appflow.ControlAsync(HttpMethod.Get, "faults")).Body);
        (await _appflow.RegisterAsync("other", clientToken: "t")).ShouldSucceed();
    }

    [Fact]
    public async Task No_fault_hits_a_control_request()
    {
        await _appflow.ControlAsync(HttpMethod.Put, "faults", """{"rules":[{"kind":"dropBeforeApplying","nth":1,"times":1000}]}""");

        Assert.Equal("""{"received":[],"applied":[]}""", (await _appflow.ControlAsync(HttpMethod.Get, "ledger")).Body);
        await Assert.ThrowsAsync<HttpRequestException>(() => _appflow.ListAsync());
    }

    [Theory]
    [MemberData(nameof(WrongBodies))]
    public async Task An_invalid_control_request_is_explained_and_changes_nothing(string name, string expected, string body)
    {
        await _appflow.ControlAsync(HttpMethod.Put, "faults", Plan);

        var answer = await _appflow.ControlAsync(name == "faults" ? HttpMethod.Put : HttpMethod.Post, name, body);

        Assert.Equal(400, answer.Status);
        Assert.StartsWith(expected, answer.Message, StringComparison.Ordinal);
        Assert.Equal(Plan, (await _appflow.ControlAsync(HttpMethod.Get, "faults")).Body);
    }

    [Theory]
    [InlineData("POST", "ledger", "GET")]
    [InlineData("HEAD", "ledger", "GET")]
    [InlineData("POST", "faults", "GET, PUT")]
    [InlineData("get", "faults", "GET, PUT")]
    [InlineData("PUT", "clock", "GET, POST")]
    [InlineData("POST", "events", "GET")]
    [InlineData("POST", "connectors", "GET")]
    [InlineData("DELETE", "tokens", "GET")]
    [InlineData("POST", "status", "GET")]
    [InlineData("POST", "", "GET, HEAD")]
    [InlineData("PUT", "main.js", "GET, HEAD")]
    [InlineData("GET", "reset", "POST")]
    [InlineData("OPTIONS", "reset", "POST")]
    public async Task A_wrong_method_is_answered_with_the_valid_ones(string method, string name, string allowed)
    {
        var answer = await Request(method, name).SendAsync();

        Assert.Equal(405, answer.Status);
        Assert.Equal(allowed, answer.Headers["Allow"]);
        Assert.Equal(method == "HEAD", answer.Body.Length == 0);
    }

    [Theory]
    [InlineData("index.htm")]
    [InlineData("Inspector/main.js")]
    [InlineData("main.js/")]
    [InlineData("ledgers")]
    [InlineData("Ledger")]
    [InlineData("ledger/")]
    [InlineData("../reset")]
    [InlineData("re%73et")]
    public async Task Another_path_is_not_found(string name)
    {
        var answer = await Request("GET", name).SendAsync();

        Assert.Equal(404, answer.Status);
        Assert.EndsWith(
            " here. The paths are /_emulator/, /_emulator/health, /_emulator/status, /_emulator/ledger, /_emulator/events, /_emulator/connectors, "
            + "/_emulator/tokens, /_emulator/faults, /_emulator/clock, /_emulator/reset.",
            answer.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_answered_once_the_emulator_serves()
    {
        var answer = await _appflow.ControlAsync(HttpMethod.Get, "health");

        Assert.Equal((200, """{"status":"serving"}"""), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task The_root_path_lists_the_control_requests()
    {
        var answer = await new RawRequest(_appflow.Emulator.Endpoint, "/", "") { Method = "GET" }.SendAsync();

        Assert.Equal(200, answer.Status);
        Assert.Equal(
            """{"emulator":["GET /_emulator/","GET /_emulator/health","GET /_emulator/status","GET /_emulator/ledger","GET /_emulator/events","GET /_emulator/connectors","GET /_emulator/tokens","GET /_emulator/faults","PUT /_emulator/faults","GET /_emulator/clock","POST /_emulator/clock","POST /_emulator/reset"]}""",
            answer.Body);
        Assert.Empty(_appflow.Emulator.Received);
    }

    [Fact]
    public async Task A_query_is_ignored() =>
        Assert.Equal(200, (await Request("GET", "faults?x=1").SendAsync()).Status);

    [Fact]
    public async Task A_body_over_one_mebibyte_is_refused()
    {
        var padding = new string(' ', (1024 * 1024) - 2);
        Assert.Equal(204, (await _appflow.ControlAsync(HttpMethod.Put, "faults", "{}" + padding)).Status);

        var tooLarge = await _appflow.ControlAsync(HttpMethod.Put, "faults", "{} " + padding);

        Assert.Equal(413, tooLarge.Status);
        Assert.Equal(413, (await _appflow.ControlAsync(HttpMethod.Post, "reset", "{} " + padding)).Status);
    }

    [Fact]
    public async Task A_plan_reads_the_same_in_json_and_in_code()
    {
        var plan = FaultPlan.Parse(Plan);
        _appflow.Emulator.SetFaults(plan);

        var written = (await _appflow.ControlAsync(HttpMethod.Get, "faults")).Body;

        Assert.Equal(plan, FaultPlan.Parse(written));
        Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(Plan)), JsonSerializer.Serialize(JsonDocument.Parse(written)));
    }

    private RawRequest Request(string method, string name) => new(_appflow.Emulator.Endpoint, "/_emulator/" + name) { Method = method };
}
