namespace AppFlow.Fluent.Soak;

/// <summary>
/// The wall clock of a machine that now and then sleeps for hours, shared by the service and its callers. Like a machine's, its count of
/// ticks stands still meanwhile.
/// </summary>
internal sealed class WorldClock(int seed)
{
    private const double Slept = 1.0 / 400;
    private const int MostHours = 10;

    private readonly SharedRandom _random = new(seed);
    private long _asleep;
    private readonly Lock _sync = new();
    private readonly AsyncLocal<Awake?> _awake = new();
    private int _awakeCount;
    private int _sleeps;

    /// <summary>How often it slept.</summary>
    public int Sleeps => Volatile.Read(ref _sleeps);

    public DateTimeOffset UtcNow
    {
        get
        {
            _awake.Value?.Dispose();
            return Now;
        }
    }

    private DateTimeOffset Now => DateTimeOffset.UtcNow + TimeSpan.FromTicks(Volatile.Read(ref _asleep));

    /// <summary>
    /// Keeps the machine awake until whoever asked has read the clock once more: between a caller's look at a token's age and the client's
    /// own, no sleep could be seen by either.
    /// </summary>
    public Awake StayAwake()
    {
        lock (_sync)
        {
            _awakeCount++;
        }

        var awake = new Awake(this);
        _awake.Value = awake;
        return awake;
    }

    /// <summary>Somebody pauses: it may be the machine.</summary>
    public void Pause()
    {
        lock (_sync)
        {
            if (_awakeCount > 0 || _random.NextDouble() >= Slept)
            {
                return;
            }

            Interlocked.Add(ref _asleep, TimeSpan.FromHours(1 + (_random.NextDouble() * MostHours)).Ticks);
            Interlocked.Increment(ref _sleeps);
        }
    }

    internal sealed class Awake(WorldClock world) : IDisposable
    {
        private int _ended;

        /// <summary>The time when it began.</summary>
        public DateTimeOffset Since { get; } = world.Now;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
            {
                lock (world._sync)
                {
                    world._awakeCount--;
                }
            }
        }
    }
}
