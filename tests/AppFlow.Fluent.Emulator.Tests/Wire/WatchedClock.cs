using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Emulator.Tests.Wire;

/// <summary>A clock that a test moves, and that tells the test when somebody begins to wait on it.</summary>
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

    /// <summary>Ends when one more wait has begun.</summary>
    public async Task NextWaitAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await _waits.Reader.ReadAsync(timeout.Token);
    }
}
