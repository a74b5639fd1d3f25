using AppFlow.Fluent.Emulator.Tests.Wire;

namespace AppFlow.Fluent.Emulator.Tests;

public sealed class LedgerTests : IAsyncLifetime
{
    private TestEmulator _appflow = null!;

    public async Task InitializeAsync() => _appflow = await TestEmulator.StartAsync();

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Fact]
    public async Task All_requests_are_recorded_in_order_and_only_changes_as_applied()
    {
        await _appflow.RegisterAsync("orders", clientToken: "r");
        await _appflow.RegisterAsync("orders", clientToken: "r");
        await _appflow.UpdateAsync("other");
        await _appflow.UpdateAsync("orders", "paging", clientToken: "u");
        await _appflow.DescribeAsync("orders");
        await _appflow.ListAsync();
        await _appflow.UnregisterAsync("orders");

        Assert.Equal(
            [
                Entry("RegisterConnector", "orders", "r", LedgerOutcome.Applied) with { LambdaArn = TestEmulator.LambdaArn },
                Entry("RegisterConnector", "orders", "r", LedgerOutcome.Replayed) with { LambdaArn = TestEmulator.LambdaArn },
                Entry("UpdateConnectorRegistration", "other", null, LedgerOutcome.Refused, "ResourceNotFoundException"),
                Entry("UpdateConnectorRegistration", "orders", "u", LedgerOutcome.Applied) with { Description = "paging" },
                Entry("DescribeConnector", "orders", null, LedgerOutcome.Applied),
                Entry("ListConnectors", null, null, LedgerOutcome.Applied),
                Entry("UnregisterConnector", "orders", null, LedgerOutcome.Applied),
            ],
            _appflow.Emulator.Received);
        Assert.Equal(
            [
                Entry("RegisterConnector", "orders", "r", LedgerOutcome.Applied) with { LambdaArn = TestEmulator.LambdaArn },
                Entry("UpdateConnectorRegistration", "orders", "u", LedgerOutcome.Applied) with { Description = "paging" },
                Entry("UnregisterConnector", "orders", null, LedgerOutcome.Applied),
            ],
            _appflow.Emulator.Applied);
    }

    [Theory]
    [InlineData("attempt=1; max=3", 1)]
    [InlineData("attempt=12", 12)]
    [InlineData("ttl=20260823T123600Z; attempt=2; max=5", 2)]
    [InlineData("max=3;attempt=2", 2)]
    [InlineData("attempt=x", null)]
    [InlineData("attempt=-1", null)]
    [InlineData("attempt=99999999999", null)]
    [InlineData("attempt=", null)]
    [InlineData(";;=;", null)]
    public async Task The_attempt_is_read_from_amz_sdk_request(string header, int? attempt)
    {
        await _appflow.SendAsync(
            HttpMethod.Post,
            "/list-connectors",
            [],
            headers: new Dictionary<string, string> { ["amz-sdk-request"] = header, ["amz-sdk-invocation-id"] = "8a4b" });

        var entry = Assert.Single(_appflow.Emulator.Received);
        Assert.Equal(attempt, entry.Attempt);
        Assert.Equal("8a4b", entry.InvocationId);
    }

    [Fact]
    public async Task A_request_that_is_refused_before_its_body_is_read_has_neither_label_nor_token()
    {
        await new RawRequest(_appflow.Emulator.Endpoint, "/list-connectors").SendAsync();
        await _appflow.PostAsync("/update-connector-registration", "not json");

        Assert.Equal(
            [
                Entry("ListConnectors", null, null, LedgerOutcome.Refused, "MissingAuthenticationTokenException") with { Region = null },
                Entry("UpdateConnectorRegistration", null, null, LedgerOutcome.Refused, "SerializationException"),
            ],
            _appflow.Emulator.Received);
    }

    [Fact]
    public async Task A_refused_label_and_token_are_recorded_truncated()
    {
        await _appflow.UpdateAsync(new string('a', 100_000), new string('d', 1025), clientToken: new string('t', 511) + "😀");

        var entry = Assert.Single(_appflow.Emulator.Received);
        Assert.Equal(new string('a', 512) + "…", entry.ConnectorLabel);
        Assert.Equal(new string('t', 511) + "…", entry.ClientToken);
        Assert.Equal(new string('d', 1024) + "…", entry.Description);
    }

    [Fact]
    public async Task A_request_that_reached_no_operation_is_not_recorded()
    {
        await _appflow.PostAsync("/nowhere", "{}");

        Assert.Empty(_appflow.Emulator.Received);
    }

    [Fact]
    public async Task A_snapshot_does_not_change()
    {
        var received = _appflow.Emulator.Received;
        var applied = _appflow.Emulator.Applied;

        await _appflow.RegisterAsync("orders");

        Assert.Empty(received);
        Assert.Empty(applied);
        Assert.True(((ICollection<LedgerEntry>)_appflow.Emulator.Received).IsReadOnly);
    }

    private static LedgerEntry Entry(string operation, string? label, string? token, LedgerOutcome outcome, string? error = null) =>
        new() { Operation = operation, Region = "us-east-1", ConnectorLabel = label, ClientToken = token, Outcome = outcome, Error = error };
}
