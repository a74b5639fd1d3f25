namespace Fleet.Rehearsing;

/// <summary>Which worker is killed when, from a seed.</summary>
internal sealed class KillPlan
{
    private const double Earliest = 0.1;
    private const double Latest = 0.85;

    private readonly Queue<Kill> _kills;

    public KillPlan(int seed, int kills, int targets, int workers)
    {
        var random = new Random(seed);
        _kills = new Queue<Kill>(Enumerable.Range(0, kills)
            .Select(_ => new Kill((int)(targets * (Earliest + (random.NextDouble() * (Latest - Earliest)))), random.Next(workers)))
            .OrderBy(kill => kill.AfterTargets)
            .ThenBy(kill => kill.Worker));
    }

    /// <summary>The workers to kill now that so many targets have ended. Each is told once.</summary>
    public IEnumerable<int> Due(int endedTargets)
    {
        while (_kills.TryPeek(out var kill) && kill.AfterTargets <= endedTargets)
        {
            _kills.Dequeue();
            yield return kill.Worker;
        }
    }

    private sealed record Kill(int AfterTargets, int Worker);
}
