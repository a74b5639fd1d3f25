namespace AppFlow.Fluent.Soak;

/// <summary>Thread-safe random numbers from a seed.</summary>
internal sealed class SharedRandom(int seed)
{
    private readonly Random _random = new(seed);

    public double NextDouble()
    {
        lock (_random)
        {
            return _random.NextDouble();
        }
    }

    public int Next(int bound)
    {
        lock (_random)
        {
            return _random.Next(bound);
        }
    }
}
