namespace AppFlow.Fluent.Soak;

/// <summary>Chance from a seed, for many threads.</summary>
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
