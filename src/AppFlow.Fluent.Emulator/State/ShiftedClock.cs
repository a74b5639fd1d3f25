namespace AppFlow.Fluent.Emulator.State;

/// <summary>Another clock's time, moved forward. It tells the time alone: whoever needs a timer takes the other clock's.</summary>
internal sealed class ShiftedClock(TimeProvider inner) : TimeProvider
{
    // Leaves room for what is added to a time: a token's eight hours, a date's skew.
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

    /// <summary>How far it was moved, all together.</summary>
    public TimeSpan Shift
    {
        get
        {
            lock (_sync)
            {
                return _shift;
            }
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">It would go back, or beyond the last year there is.</exception>
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
