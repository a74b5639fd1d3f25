using AppFlow.Fluent.Emulator.Tests.Wire;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>What each fault does to a request with a token, and what the ledger and a later replay show.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private readonly WatchedClock _clock = new();

    private TestEmulator _appflow = null!;

    public static TheoryData<FaultKind> BeforeApplying { get; } = [FaultKind.DropBeforeApplying, FaultKind.ErrorBeforeApplying];

    public static TheoryData<FaultKind> AfterApplying { get; } =
        [FaultKind.DropAfterApplying, FaultKind.ErrorAfterApplying, FaultKind.TruncatedBody, FaultKind.NonJsonBody];

    public static TheoryData<FaultKind> Spoilers { get; } =
        [.. Enum.GetValues<FaultKind>().Except([FaultKind.Delay, FaultKind.SkewedDate])];

    public async Task InitializeAsync()
    {
        _appflow = await TestEmulator.StartAsync(new AppFlowEmulatorOptions { TimeProvider = _clock });
        (await _appflow.RegisterAsync("orders")).ShouldSucceed();
    }

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(BeforeApplying))]
    public async Task A_fault_before_applying_applies_nothing_and_records_no_token(FaultKind kind)
    {
        Plan(Rule(kind));
        await Update("first").SignAndExchangeAsync();
        Assert.Equal("1.0", await VersionAsync());

        // If the token had been recorded, different input with it would be a conflict.
        (await _appflow.UpdateAsync("orders", "second", "t")).ShouldSucceed();

        Assert.Equal("2.0", await VersionAsync());
        Assert.Equal([Entry(LedgerOutcome.Faulted, kind), Entry(LedgerOutcome.Applied)], Updates(_appflow.Emulator.Received));
        Assert.Equal([Entry(LedgerOutcome.Applied)], Updates(_appflow.Emulator.Applied));
    }

    [Theory]
    [MemberData(nameof(AfterApplying))]
    public async Task A_fault_after_applying_applies_once_and_records_the_token(FaultKind kind)
    {
        Plan(Rule(kind));
        await Update("first").SignAndExchangeAsync();
        Assert.Equal("2.0", await VersionAsync());

        (await _appflow.UpdateAsync("orders", "first", "t")).ShouldSucceed();
        (await _appflow.UpdateAsync("orders", "second", "t")).ShouldFail(409, "ConflictException");

        Assert.Equal("2.0", await VersionAsync());
        Assert.Equal(
            [Entry(LedgerOutcome.Faulted, kind), Entry(LedgerOutcome.Replayed), Entry(LedgerOutcome.Refused) with { Error = "ConflictException" }],
            Updates(_appflow.Emulator.Received));
        Assert.Equal([Entry(LedgerOutcome.Faulted, kind)], Updates(_appflow.Emulator.Applied));
    }

    [Theory]
    [MemberData(nameof(Spoilers))]
    public async Task A_fault_also_hits_a_replay_which_stays_repeatable(FaultKind kind)
    {
        var first = (await _appflow.UpdateAsync("orders", "first", "t")).ShouldSucceed();
        Plan(Rule(kind));
        await Update("first").SignAndExchangeAsync();

        Assert.Equal(first.Body, (await _appflow.UpdateAsync("orders", "first", "t")).ShouldSucceed().Body);

        Assert.Equal([Entry(LedgerOutcome.Applied), Entry(LedgerOutcome.Faulted, kind), Entry(LedgerOutcome.Replayed)], Updates(_appflow.Emulator.Received));
        Assert.Single(Updates(_appflow.Emulator.Applied));
    }

    [Theory]
    [MemberData(nameof(Spoilers))]
    public async Task A_request_that_the_service_refuses_is_refused_as_usual(FaultKind kind)
    {
        (await _appflow.UpdateAsync("orders", "first", "t")).ShouldSucceed();
        Plan(Rule(kind) with { Times = 100 });

        (await _appflow.UpdateAsync("nowhere")).ShouldFail(404, "ResourceNotFoundException");
        (await _appflow.UnregisterAsync("nowhere")).ShouldFail(404, "ResourceNotFoundException");
        (await _appflow.RegisterAsync("orders")).ShouldFail(409, "ConflictException");
        (await _appflow.UpdateAsync("orders", "second", "t")).ShouldFail(409, "ConflictException");
        (await _appflow.ListAsync(nextToken: "forged")).ShouldFail(400, "ValidationException");

        Assert.All(_appflow.Emulator.Received.Skip(2), entry => Assert.Equal((LedgerOutcome.Refused, null), (entry.Outcome, entry.Fault)));
    }

    [Theory]
    [MemberData(nameof(Spoilers))]
    public async Task An_invalid_request_counts_for_no_rule(FaultKind kind)
    {
        Plan(Rule(kind));

        (await new RawRequest(_appflow.Emulator.Endpoint, "/update-connector-registration").SendAsync()).ShouldFail(403, "MissingAuthenticationTokenException");
        (await _appflow.PostAsync("/update-connector-registration", "not json")).ShouldFail(400, "SerializationException");
        (await _appflow.UpdateAsync("orders", "not, valid")).ShouldFail(400, "ValidationException");
        (await _appflow.PostAsync("/nowhere", "{}")).ShouldFail(404, "UnknownOperationException");
        await Update("first").SignAndExchangeAsync();

        Assert.Equal([null, null, null, kind], _appflow.Emulator.Received.Skip(1).Select(entry => entry.Fault));
    }

    [Theory]
    [InlineData(FaultKind.DropBeforeApplying)]
    [InlineData(FaultKind.DropAfterApplying)]
    public async Task A_drop_is_a_reset_without_a_byte(FaultKind kind)
    {
        Plan(Rule(kind));

        Assert.Equal(new RawReply("", WasReset: true), await Update("first").SignAndExchangeAsync());
    }

    [Theory]
    [InlineData(FaultKind.ErrorBeforeApplying)]
    [InlineData(FaultKind.ErrorAfterApplying)]
    public async Task An_error_is_answered_as_the_rule_specifies(FaultKind kind)
    {
        Plan(Rule(kind) with { StatusCode = 503, ErrorCode = "ThrottlingException", Message = "Slow \"down\"", RetryAfter = TimeSpan.FromMilliseconds(1500.9) });

        var answer = await _appflow.UpdateAsync("orders", "first", "t");

        Assert.Equal("Slow \"down\"", answer.ShouldFail(503, "ThrottlingException").Message);
        Assert.Equal("1500", answer.Headers["x-amz-retry-after"]);
        Assert.Equal("application/json", answer.Headers["Content-Type"]);
        Assert.Equal("ThrottlingException", _appflow.Emulator.Received[^1].Error);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(429)]
    [InlineData(599)]
    public async Task A_rule_without_an_error_code_gives_an_error_without_one(int statusCode)
    {
        Plan(new FaultRule { Kind = FaultKind.ErrorBeforeApplying, Nth = 1, StatusCode = statusCode });

        var answer = await _appflow.UpdateAsync("orders");

        Assert.Equal(statusCode, answer.Status);
        Assert.Null(answer.ErrorType);
        Assert.Equal("""{"message":"A planned fault of the emulator."}""", answer.Body);
        Assert.False(answer.Headers.ContainsKey("x-amz-retry-after"));
        Assert.Null(_appflow.Emulator.Received[^1].Error);
    }

    [Fact]
    public async Task A_truncated_body_is_shorter_than_its_headers_say()
    {
        Plan(Rule(FaultKind.TruncatedBody) with { Times = 2 });

        var reply = await Update("first").SignAndExchangeAsync();
        var empty = await new RawRequest(_appflow.Emulator.Endpoint, "/unregister-connector", """{"connectorLabel":"orders"}""", _appflow.Now).SignAndExchangeAsync();

        Assert.False(reply.WasReset);
        Assert.Equal("""{"connectorArn":"arn:aws:appflow:us-east-1:123456789012:connector/orders"}"""[..37], WireAnswer.Parse(reply.Text).Body);
        Assert.Equal("74", WireAnswer.Parse(reply.Text).Headers["Content-Length"]);
        Assert.Equal("{", WireAnswer.Parse(empty.Text).Body);
    }

    [Fact]
    public async Task A_truncated_body_ends_a_keep_alive_connection()
    {
        Plan(Rule(FaultKind.TruncatedBody));

        await Assert.ThrowsAsync<HttpRequestException>(() => _appflow.UpdateAsync("orders", "first", "t"));

        (await _appflow.UpdateAsync("orders", "first", "t")).ShouldSucceed();
        Assert.Equal([Entry(LedgerOutcome.Faulted, FaultKind.TruncatedBody), Entry(LedgerOutcome.Replayed)], Updates(_appflow.Emulator.Received));
    }

    [Fact]
    public async Task A_body_that_is_not_json_has_a_success_status()
    {
        Plan(Rule(FaultKind.NonJsonBody));

        var answer = (await _appflow.UpdateAsync("orders")).ShouldSucceed();

        Assert.Equal("text/html", answer.Headers["Content-Type"]);
        Assert.StartsWith("<!DOCTYPE html>", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00:06:00", "Sun, 23 Aug 2026 12:42:00 GMT")]
    [InlineData("-1.00:00:01", "Sat, 22 Aug 2026 12:35:59 GMT")]
    public async Task A_skewed_date_changes_only_the_date(string skew, string date)
    {
        Plan(new FaultRule { Kind = FaultKind.SkewedDate, Nth = 1, DateSkew = TimeSpan.Parse(skew, null) });

        var answer = (await _appflow.UpdateAsync("orders", "first", "t")).ShouldSucceed();
        var replay = (await _appflow.UpdateAsync("orders", "first", "t")).ShouldSucceed();

        Assert.Equal(date, answer.Headers["Date"]);
        Assert.Equal("Sun, 23 Aug 2026 12:36:00 GMT", replay.Headers["Date"]);
        Assert.Equal(answer.Body, replay.Body);
        Assert.Equal([Entry(LedgerOutcome.Applied, FaultKind.SkewedDate), Entry(LedgerOutcome.Replayed)], Updates(_appflow.Emulator.Received));
        Assert.Equal([Entry(LedgerOutcome.Applied, FaultKind.SkewedDate)], Updates(_appflow.Emulator.Applied));
    }

    [Fact]
    public async Task A_delayed_request_is_applied_only_after_its_delay()
    {
        Plan(Delay(TimeSpan.FromSeconds(10)));
        var update = _appflow.UpdateAsync("orders", "first", "t");
        await _clock.NextWaitAsync();
        _clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        Assert.Equal("1.0", await VersionAsync());
        Assert.False(update.IsCompleted);

        _clock.Advance(TimeSpan.FromTicks(1));

        (await update).ShouldSucceed();
        Assert.Equal([Entry(LedgerOutcome.Applied, FaultKind.Delay)], Updates(_appflow.Emulator.Received));
        Assert.Equal([Entry(LedgerOutcome.Applied, FaultKind.Delay)], Updates(_appflow.Emulator.Applied));
    }

    [Fact]
    public async Task A_call_with_the_token_of_a_delayed_call_waits_for_it()
    {
        Plan(Delay(TimeSpan.FromSeconds(10)));
        var first = _appflow.UpdateAsync("orders", "first", "t");
        await _clock.NextWaitAsync();
        var second = _appflow.UpdateAsync("orders", "first", "t");
        Assert.Equal("1.0", await VersionAsync());

        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal((await first).ShouldSucceed().Body, (await second).ShouldSucceed().Body);
        Assert.Equal("2.0", await VersionAsync());
        Assert.Equal([Entry(LedgerOutcome.Applied, FaultKind.Delay)], Updates(_appflow.Emulator.Applied));
    }

    [Fact]
    public async Task A_delayed_replay_and_a_delayed_refusal_wait_as_long()
    {
        (await _appflow.UpdateAsync("orders", "first", "t")).ShouldSucceed();
        Plan(Delay(TimeSpan.FromSeconds(10)) with { Times = 2 });
        var replay = _appflow.UpdateAsync("orders", "first", "t");
        var conflict = _appflow.UpdateAsync("orders", "second", "t");
        await _clock.NextWaitAsync();
        await _clock.NextWaitAsync();
        Assert.False(replay.IsCompleted || conflict.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(10));

        (await replay).ShouldSucceed();
        (await conflict).ShouldFail(409, "ConflictException");
        Assert.All(Updates(_appflow.Emulator.Received).Skip(1), entry => Assert.Equal(FaultKind.Delay, entry.Fault));
    }

    [Fact]
    public async Task A_delayed_request_whose_client_disconnects_is_not_applied()
    {
        Plan(Delay(TimeSpan.FromSeconds(10)));
        await Update("first").SignAndAbandonAsync(_clock.NextWaitAsync);

        // It waits until the first call has released the token; the test waits until both are in the ledger.
        (await _appflow.UpdateAsync("orders", "second", "t")).ShouldSucceed();
        await _appflow.Emulator.DisposeAsync();

        Assert.Equal([Entry(LedgerOutcome.Faulted, FaultKind.Delay), Entry(LedgerOutcome.Applied)], Updates(_appflow.Emulator.Received).OrderByDescending(entry => entry.Outcome));
        Assert.Equal([Entry(LedgerOutcome.Applied)], Updates(_appflow.Emulator.Applied));
    }

    [Fact]
    public async Task A_delayed_request_does_not_outlive_the_emulator()
    {
        Plan(Delay(TimeSpan.FromSeconds(10)));
        var update = _appflow.UpdateAsync("orders", "first", "t");
        await _clock.NextWaitAsync();

        await _appflow.Emulator.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => update);
        Assert.Equal([Entry(LedgerOutcome.Faulted, FaultKind.Delay)], Updates(_appflow.Emulator.Received));
        Assert.Empty(Updates(_appflow.Emulator.Applied));
    }

    [Fact]
    public async Task A_delay_a_skewed_date_and_another_fault_can_hit_the_same_request()
    {
        Plan(
            Delay(TimeSpan.FromSeconds(10)),
            new FaultRule { Kind = FaultKind.SkewedDate, Nth = 1, DateSkew = TimeSpan.FromMinutes(1) },
            Rule(FaultKind.ErrorAfterApplying));
        var update = _appflow.UpdateAsync("orders", "first", "t");
        await _clock.NextWaitAsync();
        _clock.Advance(TimeSpan.FromSeconds(10));

        var answer = (await update).ShouldFail(503, "ServiceUnavailable");

        Assert.Equal("Sun, 23 Aug 2026 12:37:10 GMT", answer.Headers["Date"]);
        Assert.Equal([Entry(LedgerOutcome.Faulted, FaultKind.ErrorAfterApplying)], Updates(_appflow.Emulator.Applied));
    }

    [Theory]
    [MemberData(nameof(Spoilers))]
    public async Task Of_32_concurrent_calls_with_one_token_one_is_applied_whatever_happens_to_the_answers(FaultKind kind)
    {
        Plan(new FaultPlan { Seed = 3, Rules = [Rule(kind) with { Operation = "UpdateConnectorRegistration", Nth = null, Probability = 0.5 }] });

        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Update("once").SignAndExchangeAsync()));

        Assert.Equal("2.0", await VersionAsync());
        Assert.Equal(32, Updates(_appflow.Emulator.Received).Count());
        Assert.Single(Updates(_appflow.Emulator.Applied));
        Assert.InRange(Updates(_appflow.Emulator.Received).Count(entry => entry.Fault == kind), 8, 24);
    }

    [Fact]
    public async Task A_client_continues_a_faulted_call_with_its_token()
    {
        // An error that no client retries by itself.
        Plan(new FaultRule { Kind = FaultKind.ErrorAfterApplying, Nth = 1, StatusCode = 400, ErrorCode = "OutOfOrder", Message = "Come back" });
        using var client = _appflow.Emulator.CreateClient();
        var request = ConnectorRegistration.Update("orders").WithDescription("adds paging");

        var failure = await Assert.ThrowsAsync<AppFlowException>(() => request.SendAsync(client));
        await request.WithClientToken(failure.ClientToken).SendAsync(client);

        Assert.Equal(("OutOfOrder", 400), (failure.ErrorCode, (int?)failure.StatusCode));
        Assert.Equal([LedgerOutcome.Faulted, LedgerOutcome.Replayed], Updates(_appflow.Emulator.Received).Select(entry => entry.Outcome));
        Assert.Equal("2.0", await VersionAsync());
    }

    private static FaultRule Rule(FaultKind kind) => kind is FaultKind.ErrorBeforeApplying or FaultKind.ErrorAfterApplying
        ? new FaultRule { Kind = kind, Nth = 1, StatusCode = 503, ErrorCode = "ServiceUnavailable" }
        : new FaultRule { Kind = kind, Nth = 1 };

    private static FaultRule Delay(TimeSpan delay) =>
        new() { Kind = FaultKind.Delay, Operation = "UpdateConnectorRegistration", Nth = 1, Delay = delay };

    private static LedgerEntry Entry(LedgerOutcome outcome, FaultKind? fault = null) => new()
    {
        Operation = "UpdateConnectorRegistration",
        Region = "us-east-1",
        ConnectorLabel = "orders",
        ClientToken = "t",
        Outcome = outcome,
        Error = fault is FaultKind.ErrorBeforeApplying or FaultKind.ErrorAfterApplying ? "ServiceUnavailable" : null,
        Fault = fault,
    };

    private static IEnumerable<LedgerEntry> Updates(IEnumerable<LedgerEntry> entries) =>
        entries.Where(entry => entry.Operation == "UpdateConnectorRegistration").Select(entry => entry with { Description = null });

    private void Plan(params FaultRule[] rules) => Plan(new FaultPlan { Rules = rules });

    private void Plan(FaultPlan plan) => _appflow.Emulator.SetFaults(plan);

    private RawRequest Update(string description) => new(
        _appflow.Emulator.Endpoint,
        "/update-connector-registration",
        $$"""{"connectorLabel":"orders","description":"{{description}}","clientToken":"t"}""",
        _appflow.Now);

    private async Task<string?> VersionAsync() =>
        (await _appflow.DescribeAsync("orders")).Configuration.GetProperty("connectorVersion").GetString();
}
