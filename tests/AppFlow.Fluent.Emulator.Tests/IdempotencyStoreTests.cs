using AppFlow.Fluent.Emulator.Idempotency;
using AppFlow.Fluent.Emulator.Operations;
using AppFlow.Fluent.Emulator.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Emulator.Tests;

public sealed class IdempotencyStoreTests
{
    private const string Operation = "UpdateConnectorRegistration";

    private static readonly byte[] Body = [1];

    private readonly FakeTimeProvider _clock = new();
    private readonly IdempotencyStore _store;

    public IdempotencyStoreTests() => _store = new IdempotencyStore(_clock);

    [Fact]
    public async Task A_second_call_waits_for_the_first_one_in_flight()
    {
        using var first = await ClaimAsync(input: 1);
        var second = ClaimAsync(input: 1);
        Assert.True(first.IsFirst);
        Assert.False(second.IsCompleted);

        first.Complete(Body);

        Assert.Equal((false, Body), ((await second).IsFirst, (await second).Remembered));
    }

    [Fact]
    public async Task A_second_call_with_another_input_waits_too_and_is_a_conflict()
    {
        using var first = await ClaimAsync(input: 1);
        var second = ClaimAsync(input: 2);
        Assert.False(second.IsCompleted);

        first.Complete(Body);

        Assert.Equal("ConflictException", (await Assert.ThrowsAsync<ServiceException>(() => second)).Code);
    }

    [Fact]
    public async Task When_the_call_in_flight_fails_a_waiting_call_becomes_the_first()
    {
        var first = await ClaimAsync(input: 1);
        Task<TokenClaim>[] others = [ClaimAsync(input: 2), ClaimAsync(input: 2), ClaimAsync(input: 2)];

        first.Dispose();
        var next = await await Task.WhenAny(others);

        Assert.True(next.IsFirst);
        Assert.Equal(1, others.Count(other => other.IsCompleted));
        next.Complete(Body);
        Assert.Equal(2, (await Task.WhenAll(others)).Count(other => other.Remembered == Body));
    }

    [Fact]
    public async Task Another_operation_has_other_tokens()
    {
        using var first = await ClaimAsync(input: 1);
        using var second = await _store.ClaimAsync("RegisterConnector", "t", 1, CancellationToken.None);

        Assert.True(first.IsFirst && second.IsFirst);
    }

    [Fact]
    public async Task A_cancelled_call_stops_waiting()
    {
        using var gone = new CancellationTokenSource();
        using var first = await ClaimAsync(input: 1);
        var second = _store.ClaimAsync(Operation, "t", 1, gone.Token).AsTask();

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Fact]
    public async Task A_call_in_flight_for_longer_than_eight_hours_is_still_waited_for()
    {
        using var first = await ClaimAsync(input: 1);
        _clock.Advance(TimeSpan.FromHours(9));
        var second = ClaimAsync(input: 1);
        Assert.False(second.IsCompleted);

        first.Complete(Body);

        Assert.False((await second).IsFirst);
    }

    [Fact]
    public async Task The_eight_hours_start_with_the_success()
    {
        using var first = await ClaimAsync(input: 1);
        _clock.Advance(TimeSpan.FromHours(1));
        first.Complete(Body);
        _clock.Advance(TimeSpan.FromHours(8) - TimeSpan.FromTicks(1));
        Assert.Equal(1, _store.Count);

        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(0, _store.Count);
    }

    [Fact]
    public async Task Tokens_expire_in_their_order()
    {
        for (var i = 0; i < 10; i++)
        {
            await RememberAsync($"t{i}");
            _clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(7, _store.Count);
        using var expired = await _store.ClaimAsync(Operation, "t2", 1, CancellationToken.None);
        using var known = await _store.ClaimAsync(Operation, "t3", 1, CancellationToken.None);
        Assert.Equal((true, false), (expired.IsFirst, known.IsFirst));
    }

    [Fact]
    public void Absent_and_empty_values_differ_and_values_do_not_run_together() =>
        Assert.Equal(5, new[]
        {
            InputFingerprint.Of("a", null),
            InputFingerprint.Of("a", ""),
            InputFingerprint.Of("", "a"),
            InputFingerprint.Of(null, "a"),
            InputFingerprint.Of("a" + new string('b', 5000), null),
        }.Distinct().Count());

    private Task<TokenClaim> ClaimAsync(UInt128 input) => _store.ClaimAsync(Operation, "t", input, CancellationToken.None).AsTask();

    private async Task RememberAsync(string token)
    {
        using var claim = await _store.ClaimAsync(Operation, token, 1, CancellationToken.None);
        claim.Complete(Body);
    }
}
