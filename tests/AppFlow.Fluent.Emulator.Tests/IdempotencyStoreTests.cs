using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Idempotency;
using AppFlow.Fluent.Emulator.Operations;
using AppFlow.Fluent.Emulator.Validation;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Emulator.Tests;

public sealed class IdempotencyStoreTests
{
    private static readonly IdempotencyKey Key = new("UpdateConnectorRegistration", "t");
    private static readonly byte[] Body = [1];

    private readonly FakeTimeProvider _clock = new();
    private readonly IdempotencyStore _store;

    public IdempotencyStoreTests() => _store = new IdempotencyStore(_clock);

    [Fact]
    public async Task A_second_call_waits_for_the_first_in_flight()
    {
        var first = new TaskCompletionSource<byte[]>();
        var firstCall = _store.RunAsync(Key, new Input("a"), () => new ValueTask<byte[]>(first.Task));
        var secondCall = _store.RunAsync(Key, new Input("a"), () => throw new InvalidOperationException("applied twice"));
        Assert.False(secondCall.IsCompleted);

        first.SetResult(Body);

        Assert.False((await firstCall).IsReplay);
        Assert.Equal(new ServiceAnswer(Body, IsReplay: true), await secondCall);
    }

    [Fact]
    public async Task A_second_call_with_another_input_waits_too_and_is_a_conflict()
    {
        var first = new TaskCompletionSource<byte[]>();
        var firstCall = _store.RunAsync(Key, new Input("a"), () => new ValueTask<byte[]>(first.Task));
        var secondCall = _store.RunAsync(Key, new Input("b"), () => ValueTask.FromResult(Body));
        Assert.False(secondCall.IsCompleted);

        first.SetResult(Body);
        await firstCall;

        Assert.Equal("ConflictException", (await Assert.ThrowsAsync<ServiceException>(() => secondCall)).Code);
    }

    [Fact]
    public async Task When_the_first_in_flight_fails_the_second_is_applied()
    {
        var first = new TaskCompletionSource<byte[]>();
        var firstCall = _store.RunAsync(Key, new Input("a"), () => new ValueTask<byte[]>(first.Task));
        var secondCall = _store.RunAsync(Key, new Input("b"), () => ValueTask.FromResult(Body));

        first.SetException(ServiceException.Conflict("taken"));

        await Assert.ThrowsAsync<ServiceException>(() => firstCall);
        Assert.Equal(new ServiceAnswer(Body, IsReplay: false), await secondCall);
    }

    [Fact]
    public async Task A_call_in_flight_for_longer_than_eight_hours_is_still_waited_for()
    {
        var first = new TaskCompletionSource<byte[]>();
        var firstCall = _store.RunAsync(Key, new Input("a"), () => new ValueTask<byte[]>(first.Task));
        _clock.Advance(TimeSpan.FromHours(9));
        var secondCall = _store.RunAsync(Key, new Input("a"), () => ValueTask.FromResult(Body));
        Assert.False(secondCall.IsCompleted);

        first.SetResult(Body);

        await firstCall;
        Assert.True((await secondCall).IsReplay);
    }

    [Fact]
    public async Task The_eight_hours_begin_with_the_success()
    {
        var first = new TaskCompletionSource<byte[]>();
        var firstCall = _store.RunAsync(Key, new Input("a"), () => new ValueTask<byte[]>(first.Task));
        _clock.Advance(TimeSpan.FromHours(1));
        first.SetResult(Body);
        await firstCall;
        _clock.Advance(TimeSpan.FromHours(8) - TimeSpan.FromTicks(1));

        Assert.Equal(1, _store.Count);
    }

    [Fact]
    public async Task Expired_tokens_and_failures_take_no_memory()
    {
        for (var i = 0; i < 1000; i++)
        {
            await _store.RunAsync(Key with { ClientToken = $"t{i}" }, new Input("a"), () => ValueTask.FromResult(Body));
        }

        await Assert.ThrowsAsync<ServiceException>(() => _store.RunAsync(Key, new Input("a"), () => throw ServiceException.Conflict("taken")));
        Assert.Equal(1000, _store.Count);

        _clock.Advance(IdempotencyStore.Lifetime);

        Assert.Equal(0, _store.Count);
    }

    private sealed record Input(string Value) : OperationInput
    {
        public override void Validate(ConstraintViolations violations)
        {
        }

        public override byte[] Apply(ConnectorRegistry registry) => Body;
    }
}
