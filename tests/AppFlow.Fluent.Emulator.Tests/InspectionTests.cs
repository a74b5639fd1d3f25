using System.Text.Json;
using AppFlow.Fluent.Emulator.Control;
using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.State;
using AppFlow.Fluent.Emulator.Storage;
using AppFlow.Fluent.Emulator.Tests.Wire;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>What the emulator reports about its contents.</summary>
public sealed class InspectionTests : IAsyncLifetime
{
    private readonly WatchedClock _clock = new();

    private TestEmulator _appflow = null!;

    public async Task InitializeAsync() => _appflow = await TestEmulator.StartAsync(new AppFlowEmulatorOptions { TimeProvider = _clock });

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Fact]
    public async Task Connectors_are_told_in_the_order_of_their_labels_as_they_are_now()
    {
        await _appflow.RegisterAsync("orders", "first");
        await _appflow.RegisterAsync("billing");
        await _appflow.UpdateAsync("orders", "second");

        Assert.Equal(
            """{"count":2,"connectors":[{"region":"us-east-1","connectorLabel":"billing","connectorArn":"arn:aws:appflow:us-east-1:123456789012:connector/billing","version":"1.0","description":null,"lambdaArn":"arn:aws:lambda:us-east-1:123456789012:function:orders","registeredAt":"2026-08-23T12:36:00.000Z"},{"region":"us-east-1","connectorLabel":"orders","connectorArn":"arn:aws:appflow:us-east-1:123456789012:connector/orders","version":"2.0","description":"second","lambdaArn":"arn:aws:lambda:us-east-1:123456789012:function:orders","registeredAt":"2026-08-23T12:36:00.000Z"}]}""",
            await ReadAsync("connectors"));
    }

    [Fact]
    public async Task Tokens_are_told_until_they_expire_with_what_a_repeated_call_is_answered()
    {
        await _appflow.RegisterAsync("orders", clientToken: "first");
        _clock.Advance(TimeSpan.FromHours(1));
        await _appflow.UpdateAsync("orders", clientToken: "second");
        await _appflow.UpdateAsync("nowhere", clientToken: "refused");

        const string Answer = """{"connectorArn":"arn:aws:appflow:us-east-1:123456789012:connector/orders"}""";
        const string Second =
            $$"""{"region":"us-east-1","operation":"UpdateConnectorRegistration","clientToken":"second","expiresAt":"2026-08-23T21:36:00.000Z","answer":{{Answer}}}""";
        Assert.Equal(
            $$"""{"count":2,"tokens":[{"region":"us-east-1","operation":"RegisterConnector","clientToken":"first","expiresAt":"2026-08-23T20:36:00.000Z","answer":{{Answer}}},{{Second}}]}""",
            await ReadAsync("tokens"));

        _appflow.Emulator.AdvanceClock(TimeSpan.FromHours(7));
        Assert.Equal($$"""{"count":1,"tokens":[{{Second}}]}""", await ReadAsync("tokens"));
        _appflow.Emulator.AdvanceClock(TimeSpan.FromHours(1));
        Assert.Equal("""{"count":0,"tokens":[]}""", await ReadAsync("tokens"));
    }

    [Fact]
    public async Task Of_very_many_the_first_connectors_and_the_newest_tokens_are_told()
    {
        const int All = 12_345;
        var state = new EmulatorState(new AppFlowEmulatorOptions(), FaultPlan.None, StoredState.Empty, writer: null, new LedgerFeed());
        using var region = state.Regions.Enter("us-east-1");
        for (var i = 0; i < All; i++)
        {
            region.Service.Connectors.Register($"c{i:d5}", description: null, TestEmulator.LambdaArn);
            using var claim = await region.Service.Tokens.ClaimAsync("RegisterConnector", $"t{i:d5}", input: 0, CancellationToken.None);
            claim.Complete("{}"u8.ToArray());
        }

        using var connectors = Written(writer => InspectionJson.WriteConnectors(writer, state));
        using var tokens = Written(writer => InspectionJson.WriteTokens(writer, state));

        Assert.Equal(All, connectors.RootElement.GetProperty("count").GetInt32());
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => $"c{i:d5}"), Texts(connectors, "connectors", "connectorLabel"));
        Assert.Equal(All, tokens.RootElement.GetProperty("count").GetInt32());
        Assert.Equal(Enumerable.Range(All - 10_000, 10_000).Select(i => $"t{i:d5}"), Texts(tokens, "tokens", "clientToken"));
    }

    [Fact]
    public async Task The_clock_tells_how_far_it_was_advanced()
    {
        Assert.Equal("""{"now":"2026-08-23T12:36:00.000Z","advanced":"00:00:00"}""", await ReadAsync("clock"));

        await _appflow.ControlAsync(HttpMethod.Post, "clock", """{"advance":"1.08:00:01"}""");

        Assert.Equal("""{"now":"2026-08-24T20:36:01.000Z","advanced":"1.08:00:01"}""", await ReadAsync("clock"));
        _appflow.Emulator.Reset();
        Assert.Equal("""{"now":"2026-08-23T12:36:00.000Z","advanced":"00:00:00"}""", await ReadAsync("clock"));
    }

    [Fact]
    public async Task The_status_changes_with_a_reset_and_counts_events()
    {
        using var first = JsonDocument.Parse(await ReadAsync("status"));
        await _appflow.RegisterAsync("orders");
        using var second = JsonDocument.Parse(await ReadAsync("status"));
        _appflow.Emulator.Reset();
        using var third = JsonDocument.Parse(await ReadAsync("status"));

        Assert.Equal(["account", "region", "accessKey", "generation", "lastEventId"], first.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("123456789012 us-east-1 emulator", $"{Text(first, "account")} {Text(first, "region")} {Text(first, "accessKey")}");
        Assert.Equal(Text(first, "generation"), Text(second, "generation"));
        Assert.NotEqual(Text(second, "generation"), Text(third, "generation"));
        Assert.Equal((0, 2, 2), (LastId(first), LastId(second), LastId(third)));
    }

    private static JsonDocument Written(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            write(writer);
        }

        return JsonDocument.Parse(bytes.ToArray());
    }

    private static IEnumerable<string?> Texts(JsonDocument document, string list, string member) =>
        document.RootElement.GetProperty(list).EnumerateArray().Select(item => item.GetProperty(member).GetString());

    private static string Text(JsonDocument status, string name) => status.RootElement.GetProperty(name).GetString()!;

    private static int LastId(JsonDocument status) => status.RootElement.GetProperty("lastEventId").GetInt32();

    private async Task<string> ReadAsync(string name)
    {
        var answer = await _appflow.ControlAsync(HttpMethod.Get, name);
        Assert.Equal((200, "application/json"), (answer.Status, answer.Headers["Content-Type"]));
        return answer.Body;
    }
}
