namespace AppFlow.Fluent.Soak;

/// <summary>
/// The wall clock of a machine that sometimes sleeps for hours, shared by the service and its callers. As on a real machine, its tick count
/// stops during sleep.
/// </summary>
/// <remarks>
/// It sleeps before a reading, so that any two readings of a program can be hours apart, however fast the machine is. Between readings no
/// time passes, so the storm's results do not depend on how long anything took.
/// </remarks>
internal sealed class WorldClock(int seed)
{
    // An attempt takes about six readings.
    private const int FewestReadings = 200;
    private const int MaxReadings = 1800;
    private const int MaxHours = 10;

    private readonly Lock _sync = new();
    private readonly AsyncLocal<Look?> _look = new();
    private readonly Random _random = new(seed);
    private DateTimeOffset _now = DateTimeOffset.UtcNow;
    private int _readingsLeft = FewestReadings;
    private int _sleeps;

    /// <summary>How often the machine slept.</summary>
    public int Sleeps => Volatile.Read(ref _sleeps);

    /// <summary>The time; the first reading of a flow after its <see cref="LookAhead"/> returns the time of the look-ahead.</summary>
    public DateTimeOffset UtcNow => _look.Value?.Take() ?? Read();

    /// <summary>
    /// The time, which the next reading of this flow repeats. A caller checks a token's age with it before it sends. The client does not
    /// know earlier sends, and dates its first signature with its first reading, so neither could detect a sleep between the two readings.
    /// A sleep after both makes the signature too old for the service.
    /// </summary>
    public DateTimeOffset LookAhead()
    {
        var look = new Look(Read());
        _look.Value = look;
        return look.Time;
    }

    /// <summary>Keeps the machine awake from now on, to read the final results.</summary>
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
                _now += TimeSpan.FromHours(1 + (_random.NextDouble() * MaxHours));
                _readingsLeft = _random.Next(FewestReadings, MaxReadings);
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
