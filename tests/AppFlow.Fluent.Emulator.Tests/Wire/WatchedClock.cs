using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Emulator.Tests.Wire;

/// <summary>A clock that a test moves, and that notifies the test when a wait on it starts.</summary>
public sealed class WatchedClock : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public WatchedClock()
        : base(new DateTimeOffset(2026, 8, 23, 12, 36, 0, TimeSpan.Zero))
    {
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        Assert.True(_waits.Writer.TryWrite(dueTime));
        return timer;
    }

    /// <summary>Completes when another wait has started.</summary>
    public async Task NextWaitAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await _waits.Reader.ReadAsync(timeout.Token);
    }
}
