namespace AppFlow.Fluent.Soak;

/// <summary>
/// The wall clock of a machine that now and then sleeps for hours, shared by the service and its callers. Like a machine's, its count of
/// ticks stands still meanwhile.
/// </summary>
/// <remarks>
/// It sleeps before a reading, so that whatever two readings a program relies on come apart, however quick the machine is that runs it. In
/// between no time goes by: what the storm finds does not depend on how long anything took.
/// </remarks>
internal sealed class WorldClock(int seed)
{
    // Of some six readings that an attempt takes.
    private const int FewestReadings = 200;
    private const int MostReadings = 1800;
    private const int MostHours = 10;

    private readonly Lock _sync = new();
    private readonly AsyncLocal<Look?> _look = new();
    private readonly Random _random = new(seed);
    private DateTimeOffset _now = DateTimeOffset.UtcNow;
    private int _readingsLeft = FewestReadings;
    private int _sleeps;

    /// <summary>How often it slept.</summary>
    public int Sleeps => Volatile.Read(ref _sleeps);

    /// <summary>The time; for whoever reads it first after a <see cref="LookAhead"/> of its own, the time of that.</summary>
    public DateTimeOffset UtcNow => _look.Value?.Take() ?? Read();

    /// <summary>
    /// The time, which the next reading of this flow repeats. A caller looks at a token's age so before it sends: the client knows of no
    /// earlier send, and dates its first signature with its first reading, so that a sleep between the two could be seen by neither. One
    /// after both makes the signature too old for the service.
    /// </summary>
    public DateTimeOffset LookAhead()
    {
        var look = new Look(Read());
        _look.Value = look;
        return look.Time;
    }

    /// <summary>Keeps the machine awake from now on, for whoever reads what has become of all.</summary>
    public void SleepNoMore()
    {
        lock (_sync)
        {
            _readingsLeft = int.MaxValue;
        }
    }

    private DateTimeOffset Read()
    {
        lock (_sync)
        {
            if (--_readingsLeft < 0)
            {
                _now += TimeSpan.FromHours(1 + (_random.NextDouble() * MostHours));
                _readingsLeft = _random.Next(FewestReadings, MostReadings);
                _sleeps++;
            }

            return _now;
        }
    }

    private sealed class Look(DateTimeOffset time)
    {
        private int _taken;

        public DateTimeOffset Time => time;

        public DateTimeOffset? Take() => Interlocked.Exchange(ref _taken, 1) == 0 ? time : null;
    }
}
