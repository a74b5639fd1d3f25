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
    private int _sleeps;

    /// <summary>How often it slept.</summary>
    public int Sleeps => Volatile.Read(ref _sleeps);

    public DateTimeOffset UtcNow => DateTimeOffset.UtcNow + TimeSpan.FromTicks(Volatile.Read(ref _asleep));

    /// <summary>Somebody pauses: it may be the machine.</summary>
    public void Pause()
    {
        if (_random.NextDouble() < Slept)
        {
            Interlocked.Add(ref _asleep, TimeSpan.FromHours(1 + (_random.NextDouble() * MostHours)).Ticks);
            Interlocked.Increment(ref _sleeps);
        }
    }
}
