namespace AppFlow.Fluent.Emulator.State;

/// <summary>Another clock's time, moved forward. It gives only the time: timers come from the other clock.</summary>
internal sealed class ShiftedClock(TimeProvider inner) : TimeProvider
{
    // Leaves room for additions to a time: a token's eight hours, a date's skew.
    private static readonly DateTimeOffset Latest = DateTimeOffset.MaxValue.AddYears(-2);

    private readonly Lock _sync = new();
    private TimeSpan _shift;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_sync)
        {
            return inner.GetUtcNow() + _shift;
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">It would go back, or beyond the year 9999.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_sync)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(by, Latest - inner.GetUtcNow() - _shift);
            _shift += by;
        }
    }
}
