using AppFlow.Fluent.Emulator.Protocol;
using AppFlow.Fluent.Emulator.Service;
using AppFlow.Fluent.Emulator.Storage;
using AppFlow.Fluent.Emulator.Tests.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>An emulator whose state is written: what is written when, and what takes effect if writing fails.</summary>
public sealed class StateStoreTests
{
    private readonly KeptState _kept = new();
    private readonly WatchedClock _clock = new();

    [Fact]
    public async Task Connectors_tokens_and_the_clock_are_there_again_and_nothing_else()
    {
        await using (var appflow = await StartAsync())
        {
            (await appflow.RegisterAsync("orders", "first", "r1")).ShouldSucceed();
            (await appflow.RegisterAsync("gone")).ShouldSucceed();
            (await appflow.UpdateAsync("orders", "second", "u1", "arn:aws:lambda:us-east-1:123456789012:function:other")).ShouldSucceed();
            (await appflow.UnregisterAsync("gone")).ShouldSucceed();
            appflow.Emulator.AdvanceClock(TimeSpan.FromHours(1));
            appflow.Emulator.SetFaults(new FaultPlan { Rules = [new() { Kind = FaultKind.DropBeforeApplying, Probability = 1 }] });
        }

        _clock.Advance(TimeSpan.FromHours(6));
        await using var again = await StartAsync();
        Assert.Empty(again.Emulator.Received);
        Assert.Empty(again.Emulator.Applied);

        // Seven of the tokens' eight hours have passed.
        var replay = await again.UpdateAsync("orders", "second", "u1", "arn:aws:lambda:us-east-1:123456789012:function:other");
        Assert.Equal("""{"connectorArn":"arn:aws:appflow:us-east-1:123456789012:connector/orders"}""", replay.ShouldSucceed().Body);
        (await again.UpdateAsync("orders", "another", "u1")).ShouldFail(409, "ConflictException");
        Assert.Empty(again.Emulator.Applied);
        var described = (await again.DescribeAsync("orders")).ShouldSucceed().Body;
        Assert.Contains("\"connectorVersion\":\"2.0\"", described, StringComparison.Ordinal);
        Assert.Contains("\"connectorDescription\":\"second\"", described, StringComparison.Ordinal);
        Assert.Contains("function:other", described, StringComparison.Ordinal);
        (await again.DescribeAsync("gone")).ShouldFail(404, "ResourceNotFoundException");

        _clock.Advance(TimeSpan.FromHours(1));
        (await again.UpdateAsync("orders", "another", "u1")).ShouldSucceed();
    }

    [Fact]
    public async Task A_token_that_expired_while_the_program_was_off_is_new()
    {
        await using (var appflow = await StartAsync())
        {
            (await appflow.RegisterAsync("orders", clientToken: "r1")).ShouldSucceed();
            (await appflow.UpdateAsync("orders", "first", "u1")).ShouldSucceed();
        }

        _clock.Advance(TimeSpan.FromHours(8));
        await using var again = await StartAsync();
        (await again.UpdateAsync("orders", "second", "u1")).ShouldSucceed();
        (await again.UpdateAsync("orders", "second", "u1")).ShouldSucceed();
        Assert.Single(again.Emulator.Applied);

        await again.DisposeAsync();
        await using var third = await StartAsync();
        (await third.UpdateAsync("orders", "second", "u1")).ShouldSucceed();
        Assert.Empty(third.Emulator.Applied);
    }

    [Fact]
    public async Task Nothing_holds_and_nothing_is_answered_before_it_is_written()
    {
        await using var appflow = await StartAsync();
        _kept.Gate.Reset();

        var register = appflow.RegisterAsync("orders");
        await _kept.Begun.WaitAsync();

        (await appflow.DescribeAsync("orders")).ShouldFail(404, "ResourceNotFoundException");
        Assert.False(register.IsCompleted);
        Assert.Empty(appflow.Emulator.Applied);
        _kept.Gate.Set();
        (await register).ShouldSucceed();
        (await appflow.DescribeAsync("orders")).ShouldSucceed();
    }

    [Fact]
    public async Task What_comes_during_a_write_is_written_together_in_its_order()
    {
        var writer = new ChangeWriter(_kept.Open(), NullLogger.Instance);
        var applied = new List<string>();
        Task Queue(string token) => writer.WriteAsync(new Note(token, applied));
        _kept.Gate.Reset();
        List<Task> queued = [Queue("first")];
        await _kept.Begun.WaitAsync();

        queued.AddRange(Enumerable.Range(1, 20).Select(i => Queue($"t{i}")));
        var refused = Queue("");
        queued.Add(writer.WriteAsync(new LoneChange(() => new StoredChanges(_clock.GetUtcNow()) { ClockShift = TimeSpan.Zero }, () => applied.Add("alone"))));
        queued.Add(Queue("last"));
        _kept.Gate.Set();
        await Task.WhenAll(queued);

        await Assert.ThrowsAsync<InvalidOperationException>(() => refused);
        Assert.Equal([(0, 1), (0, 20), (0, 0), (0, 1)], _kept.Writes);
        Assert.Equal(["first", .. Enumerable.Range(1, 20).Select(i => $"t{i}"), "alone", "last"], applied);
        await writer.DisposeAsync();
        Assert.Equal(1, _kept.Closed);
        await Assert.ThrowsAsync<ServiceException>(() => Queue("late"));
    }

    [Fact]
    public async Task What_cannot_be_written_does_not_hold_and_with_room_again_it_goes_on()
    {
        await using var appflow = await StartAsync();
        (await appflow.RegisterAsync("orders", "first")).ShouldSucceed();
        _kept.Failure = new IOException("database or disk is full");

        var unwritten = await appflow.UpdateAsync("orders", "second", "u1");
        unwritten.ShouldFail(500, "InternalServerException");
        Assert.Contains("disk is full", unwritten.Body, StringComparison.Ordinal);
        (await appflow.RegisterAsync("more")).ShouldFail(500, "InternalServerException");
        (await appflow.UnregisterAsync("orders")).ShouldFail(500, "InternalServerException");
        (await appflow.UpdateAsync("absent")).ShouldFail(404, "ResourceNotFoundException");
        Assert.Equal(500, (await appflow.ControlAsync(HttpMethod.Post, "reset")).Status);
        Assert.Equal(500, (await appflow.ControlAsync(HttpMethod.Post, "clock", """{"advance":"08:00:00"}""")).Status);
        Assert.Contains("\"connectorDescription\":\"first\"", (await appflow.DescribeAsync("orders")).ShouldSucceed().Body, StringComparison.Ordinal);
        Assert.Single(appflow.Emulator.Applied);

        _kept.Failure = null;
        (await appflow.UpdateAsync("orders", "third", "u1")).ShouldSucceed();
        Assert.Contains("\"connectorVersion\":\"2.0\"", (await appflow.DescribeAsync("orders")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_empties_what_is_kept_and_a_request_in_flight_leaves_no_trace()
    {
        await using (var appflow = await StartAsync())
        {
            (await appflow.RegisterAsync("orders", clientToken: "r1")).ShouldSucceed();
            appflow.Emulator.AdvanceClock(TimeSpan.FromHours(1));
            appflow.Emulator.SetFaults(new FaultPlan { Rules = [new() { Kind = FaultKind.Delay, Delay = TimeSpan.FromMinutes(1), Nth = 1 }] });
            var delayed = appflow.UpdateAsync("orders", "late", "u1");
            await _clock.NextWaitAsync();
            Assert.Equal(204, (await appflow.ControlAsync(HttpMethod.Post, "reset")).Status);
            _clock.Advance(TimeSpan.FromMinutes(1));
            (await delayed).ShouldSucceed();
        }

        await using var again = await StartAsync();
        Assert.Equal("""{"connectors":[]}""", (await again.ListAsync()).ShouldSucceed().Body);
        (await again.RegisterAsync("orders", "another", "r1")).ShouldSucceed();
        (await again.UpdateAsync("orders", "another", "u1")).ShouldSucceed();
    }

    [Fact]
    public async Task A_clock_that_was_advanced_to_the_end_of_time_stays_there()
    {
        await using (var appflow = await StartAsync())
        {
            (await appflow.RegisterAsync("orders", clientToken: "r1")).ShouldSucceed();
            appflow.Emulator.AdvanceClock(DateTimeOffset.MaxValue.AddYears(-2) - _clock.GetUtcNow());
            Assert.Throws<ArgumentOutOfRangeException>("by", () => appflow.Emulator.AdvanceClock(TimeSpan.FromDays(1)));
            Assert.Throws<ArgumentOutOfRangeException>("by", () => appflow.Emulator.AdvanceClock(TimeSpan.FromTicks(-1)));
        }

        _clock.Advance(TimeSpan.FromDays(1));
        await using var again = await StartAsync();
        (await again.RegisterAsync("orders", clientToken: "r1")).ShouldFail(409, "ConflictException");
        (await again.UpdateAsync("orders", "later", "u1")).ShouldSucceed();
    }

    [Fact]
    public async Task The_store_is_closed_also_where_the_start_fails()
    {
        await using (var appflow = await StartAsync())
        {
            var taken = new AppFlowEmulatorOptions { Port = appflow.Emulator.Endpoint.Port, OpenStore = _kept.Options().OpenStore };
            await Assert.ThrowsAsync<IOException>(() => AppFlowEmulator.StartAsync(taken));
            Assert.Equal((2, 1), (_kept.Opened, _kept.Closed));
        }

        Assert.Equal((2, 2), (_kept.Opened, _kept.Closed));
    }

    private Task<TestEmulator> StartAsync() => TestEmulator.StartAsync(_kept.Options(_clock));

    /// <summary>A change that writes a token and records when it takes effect; an empty one is refused.</summary>
    private sealed class Note(string token, List<string> applied) : QueuedChange
    {
        public override void Stage(StagedChanges staged)
        {
            if (token.Length == 0)
            {
                throw new InvalidOperationException();
            }

            staged.Stored.Add(new("us-east-1", "UpdateConnectorRegistration", token, 1, [1], DateTimeOffset.MaxValue));
        }

        public override void Apply() => applied.Add(token);
    }
}
