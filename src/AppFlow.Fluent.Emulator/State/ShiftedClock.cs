namespace AppFlow.Fluent.Emulator.State;

/// <summary>Another clock's time, moved forward. It tells the time alone: whoever needs a timer takes the other clock's.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    // Leaves room for additions to a time: a token's eight hours, a date's skew.
    private static readonly DateTimeOffset Latest = DateTimeOffset.MaxValue.AddYears(-2);

    private readonly Lock _sync = new();
    private readonly TimeProvider _inner;
    private TimeSpan _shift;

    /// <param name="inner">The other clock.</param>
    /// <param name="shift">How far it is moved from the start; less where that would be beyond the last year there is.</param>
    public ShiftedClock(TimeProvider inner, TimeSpan shift = default)
    {
        _inner = inner;
        _shift = TimeSpan.FromTicks(long.Min(shift.Ticks, (Latest - inner.GetUtcNow()).Ticks));
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_sync)
        {
            return _inner.GetUtcNow() + _shift;
        }
    }

    /// <summary>How far it was moved in total.</summary>
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

    /// <exception cref="ArgumentOutOfRangeException">It would go back, or beyond the year 9999.</exception>
    public void Advance(TimeSpan by)
    {
        lock (_sync)
        {
            _shift = ShiftAfter(by);
        }
    }

    /// <summary>How far it will be moved once it is advanced by so much more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It would go back, or beyond the last year there is.</exception>
    public TimeSpan ShiftAfter(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_sync)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(by, Latest - _inner.GetUtcNow() - _shift);
            return _shift + by;
        }
    }

    /// <summary>Moves it as far as <see cref="ShiftAfter"/> has found possible.</summary>
    public void Set(TimeSpan shift)
    {
        lock (_sync)
        {
            _shift = shift;
        }
    }
}
