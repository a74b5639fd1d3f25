using AppFlow.Fluent.Emulator.Tests.Wire;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Emulator.Tests;

public sealed class IdempotencyTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 8, 23, 12, 36, 0, TimeSpan.Zero));

    private TestEmulator _appflow = null!;

    public async Task InitializeAsync() => _appflow = await TestEmulator.StartAsync(new AppFlowEmulatorOptions { TimeProvider = _clock });

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Fact]
    public async Task The_same_registration_again_gets_the_first_answer_and_applies_nothing()
    {
        var first = (await _appflow.RegisterAsync("orders", clientToken: "t")).ShouldSucceed();
        var second = (await _appflow.RegisterAsync("orders", clientToken: "t")).ShouldSucceed();

        Assert.Equal(first.Body, second.Body);
        Assert.NotEqual(first.RequestId, second.RequestId);
        Assert.Single(_appflow.Emulator.Applied);
        Assert.Equal([LedgerOutcome.Applied, LedgerOutcome.Replayed], _appflow.Emulator.Received.Select(entry => entry.Outcome));
    }

    [Fact]
    public async Task The_same_update_again_increments_the_version_once()
    {
        await _appflow.RegisterAsync("orders");
        await _appflow.UpdateAsync("orders", clientToken: "t");
        await _appflow.UpdateAsync("orders", clientToken: "t");

        Assert.Equal("2.0", await VersionAsync());
    }

    [Fact]
    public async Task Without_a_token_the_same_update_is_applied_each_time()
    {
        await _appflow.RegisterAsync("orders");
        await _appflow.UpdateAsync("orders");
        await _appflow.UpdateAsync("orders");

        Assert.Equal("3.0", await VersionAsync());
    }

    [Fact]
    public async Task Inputs_are_compared_by_value_and_not_by_bytes()
    {
        await _appflow.RegisterAsync("orders");
        string[] bodies =
        [
            """{"connectorLabel":"orders","description":"a b","clientToken":"t"}""",
            """ { "clientToken" : "t" , "description":"a\u0020b", "connectorLabel":"\u006frders" } """,
            """{"connectorLabel":"orders","description":"a b","clientToken":"t","connectorProvisioningConfig":null,"unknown":[1]}""",
            """{"connectorLabel":"x","connectorLabel":"orders","description":"a b","clientToken":"t","connectorProvisioningConfig":{}}""",
        ];

        foreach (var body in bodies)
        {
            (await _appflow.PostAsync("/update-connector-registration", body)).ShouldSucceed();
        }

        Assert.Equal("2.0", await VersionAsync());
    }

    [Theory]
    [InlineData("other", null, null)]
    [InlineData("orders", "x", null)]
    [InlineData("orders", "", null)]
    [InlineData("orders", null, "arn:aws:lambda:us-east-1:1:other")]
    public async Task The_same_token_with_another_input_is_a_conflict(string label, string? description, string? lambdaArn)
    {
        await _appflow.RegisterAsync("orders");
        await _appflow.RegisterAsync("other");
        (await _appflow.UpdateAsync("orders", clientToken: "t")).ShouldSucceed();

        var answer = await _appflow.UpdateAsync(label, description, "t", lambdaArn);

        Assert.Contains("different parameters", answer.ShouldFail(409, "ConflictException").Message, StringComparison.Ordinal);
        Assert.Equal(3, _appflow.Emulator.Applied.Count);
    }

    [Fact]
    public async Task A_conflict_leaves_the_first_call_repeatable()
    {
        (await _appflow.RegisterAsync("orders", clientToken: "t")).ShouldSucceed();
        (await _appflow.RegisterAsync("other", clientToken: "t")).ShouldFail(409, "ConflictException");

        (await _appflow.RegisterAsync("orders", clientToken: "t")).ShouldSucceed();
    }

    [Fact]
    public async Task A_replay_still_works_after_the_connector_is_unregistered()
    {
        var first = await _appflow.RegisterAsync("orders", clientToken: "t");
        await _appflow.UpdateAsync("orders", "changed");
        await _appflow.UnregisterAsync("orders");

        Assert.Equal(first.Body, (await _appflow.RegisterAsync("orders", clientToken: "t")).ShouldSucceed().Body);
        (await _appflow.DescribeAsync("orders")).ShouldFail(404, "ResourceNotFoundException");
    }

    [Fact]
    public async Task Each_operation_has_its_own_tokens()
    {
        (await _appflow.RegisterAsync("orders", clientToken: "t")).ShouldSucceed();
        (await _appflow.UpdateAsync("orders", clientToken: "t")).ShouldSucceed();

        Assert.Equal(2, _appflow.Emulator.Applied.Count);
    }

    [Fact]
    public async Task Tokens_differ_by_case()
    {
        await _appflow.RegisterAsync("orders");
        await _appflow.UpdateAsync("orders", clientToken: "t");
        await _appflow.UpdateAsync("orders", clientToken: "T");

        Assert.Equal("3.0", await VersionAsync());
    }

    [Fact]
    public async Task A_failed_call_records_nothing()
    {
        (await _appflow.UpdateAsync("orders", "first", "t")).ShouldFail(404, "ResourceNotFoundException");
        await _appflow.RegisterAsync("orders");

        (await _appflow.UpdateAsync("orders", "second", "t")).ShouldSucceed();
    }

    [Fact]
    public async Task An_invalid_call_records_nothing()
    {
        await _appflow.RegisterAsync("orders");
        (await _appflow.UpdateAsync("orders", "not, valid", "t")).ShouldFail(400, "ValidationException");

        (await _appflow.UpdateAsync("orders", "valid", "t")).ShouldSucceed();
    }

    [Fact]
    public async Task A_token_is_remembered_until_just_before_eight_hours()
    {
        await _appflow.RegisterAsync("orders", clientToken: "t");
        await _appflow.UnregisterAsync("orders");
        _clock.Advance(TimeSpan.FromHours(8) - TimeSpan.FromTicks(1));

        (await _appflow.RegisterAsync("orders", clientToken: "t")).ShouldSucceed();
        (await _appflow.RegisterAsync("other", clientToken: "t")).ShouldFail(409, "ConflictException");

        Assert.Equal(2, _appflow.Emulator.Applied.Count);
    }

    [Fact]
    public async Task A_token_expires_at_exactly_eight_hours()
    {
        await _appflow.RegisterAsync("orders", clientToken: "t");
        _clock.Advance(TimeSpan.FromHours(8));

        (await _appflow.RegisterAsync("other", clientToken: "t")).ShouldSucceed();
    }

    [Fact]
    public async Task A_replay_does_not_prolong_the_eight_hours()
    {
        await _appflow.RegisterAsync("orders", clientToken: "t");
        _clock.Advance(TimeSpan.FromHours(7));
        await _appflow.RegisterAsync("orders", clientToken: "t");
        _clock.Advance(TimeSpan.FromHours(1));

        (await _appflow.RegisterAsync("orders", clientToken: "t")).ShouldFail(409, "ConflictException");
    }

    [Fact]
    public async Task Of_32_concurrent_calls_with_one_token_one_is_applied_and_all_get_its_answer()
    {
        await _appflow.RegisterAsync("orders");

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => _appflow.UpdateAsync("orders", "once", "t")));

        Assert.All(answers, answer => answer.ShouldSucceed());
        Assert.Single(answers.Select(answer => answer.Body).Distinct());
        Assert.Equal("2.0", await VersionAsync());
        Assert.Equal(31, _appflow.Emulator.Received.Count(entry => entry.Outcome == LedgerOutcome.Replayed));
    }

    [Fact]
    public async Task Of_32_concurrent_registrations_of_one_label_one_succeeds()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => _appflow.RegisterAsync("orders", clientToken: $"t{i}")));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(31, answers.Count(answer => answer.ErrorType == "ConflictException"));
    }

    private async Task<string?> VersionAsync() =>
        (await _appflow.DescribeAsync("orders")).Configuration.GetProperty("connectorVersion").GetString();
}
