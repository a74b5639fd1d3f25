using AppFlow.Fluent.Emulator.Tests.Wire;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>Advancing the clock, and resetting the emulator.</summary>
public sealed class ResetTests : IAsyncLifetime
{
    private static readonly FaultPlan Drop = new() { Rules = [new() { Kind = FaultKind.DropAfterApplying, Operation = "ListConnectors", Nth = 1 }] };

    private readonly WatchedClock _clock = new();

    private TestEmulator _appflow = null!;

    public async Task InitializeAsync() =>
        _appflow = await TestEmulator.StartAsync(new AppFlowEmulatorOptions { TimeProvider = _clock, Faults = Drop });

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Fact]
    public async Task Faults_of_the_options_apply_from_the_start() =>
        await Assert.ThrowsAsync<HttpRequestException>(() => _appflow.ListAsync());

    [Fact]
    public async Task An_advanced_clock_expires_tokens_and_dates_answers()
    {
        await _appflow.RegisterAsync("orders", clientToken: "t");
        _appflow.Emulator.AdvanceClock(TimeSpan.FromHours(5));
        (await _appflow.RegisterAsync("other", clientToken: "t")).ShouldFail(409, "ConflictException");
        _appflow.Emulator.AdvanceClock(TimeSpan.FromHours(3));

        (await _appflow.RegisterAsync("other", clientToken: "t")).ShouldSucceed();

        var registeredAt = (await _appflow.DescribeAsync("other")).Configuration.GetProperty("registeredAt").GetDecimal();
        Assert.Equal(_clock.GetUtcNow().AddHours(8).ToUnixTimeSeconds(), registeredAt);
    }

    [Fact]
    public async Task An_advanced_clock_leaves_signatures_and_dates_as_they_are()
    {
        _appflow.Emulator.AdvanceClock(TimeSpan.FromDays(1000));

        var answer = (await _appflow.RegisterAsync("orders")).ShouldSucceed();

        Assert.Equal("Sun, 23 Aug 2026 12:36:00 GMT", answer.Headers["Date"]);
    }

    [Fact]
    public void The_clock_only_goes_forward()
    {
        Assert.Throws<ArgumentOutOfRangeException>("by", () => _appflow.Emulator.AdvanceClock(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("by", () => _appflow.Emulator.AdvanceClock(TimeSpan.MaxValue));
        _appflow.Emulator.AdvanceClock(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_reset_empties_everything()
    {
        await _appflow.RegisterAsync("orders", clientToken: "t");
        _appflow.Emulator.AdvanceClock(TimeSpan.FromHours(1));

        _appflow.Emulator.Reset();

        Assert.Empty(_appflow.Emulator.Received);
        Assert.Empty(_appflow.Emulator.Applied);
        Assert.Equal("""{"connectors":[]}""", (await _appflow.ListAsync()).ShouldSucceed().Body);
        (await _appflow.RegisterAsync("other", clientToken: "t")).ShouldSucceed();
        var registeredAt = (await _appflow.DescribeAsync("other")).Configuration.GetProperty("registeredAt").GetDecimal();
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeSeconds(), registeredAt);
    }

    [Fact]
    public async Task A_page_token_from_before_a_reset_is_invalid()
    {
        _appflow.Emulator.SetFaults(FaultPlan.None);
        await _appflow.RegisterAsync("a1");
        await _appflow.RegisterAsync("a2");
        var nextToken = (await _appflow.ListAsync(maxResults: 1)).Json.GetProperty("nextToken").GetString();

        _appflow.Emulator.Reset();

        (await _appflow.ListAsync(nextToken: nextToken)).ShouldFail(400, "ValidationException");
    }

    [Fact]
    public async Task A_request_in_flight_leaves_no_trace_after_a_reset()
    {
        _appflow.Emulator.SetFaults(new FaultPlan { Rules = [new() { Kind = FaultKind.Delay, Nth = 1, Delay = TimeSpan.FromSeconds(1) }] });
        var register = _appflow.RegisterAsync("orders", clientToken: "t");
        await _clock.NextWaitAsync();
        _appflow.Emulator.Reset();
        _clock.Advance(TimeSpan.FromSeconds(1));

        (await register).ShouldSucceed();

        Assert.Empty(_appflow.Emulator.Received);
        Assert.Empty(_appflow.Emulator.Applied);
        (await _appflow.DescribeAsync("orders")).ShouldFail(404, "ResourceNotFoundException");
    }
}
