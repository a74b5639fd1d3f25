namespace Fleet.Rehearsing;

/// <summary>Decides from a seed which worker is killed when.</summary>
internal sealed class KillPlan
{
    private const double Earliest = 0.2;
    private const double Latest = 0.8;

    private readonly List<Kill> _kills;

    public KillPlan(int seed, int kills, int targets, int workers)
    {
        var random = new Random(seed);
        _kills =
        [
            .. Enumerable.Range(0, kills)
                .Select(_ => new Kill((int)(targets * (Earliest + (random.NextDouble() * (Latest - Earliest)))), random.Next(workers))),
        ];
    }

    /// <summary>
    /// The workers to kill now that this many targets have ended. Each kill is returned once, and no worker appears twice in one answer, so that its
    /// successor can start to work.
    /// </summary>
    public IReadOnlyList<int> Due(int endedTargets)
    {
        var due = _kills.Where(kill => kill.AfterTargets <= endedTargets).DistinctBy(kill => kill.Worker).ToList();
        due.ForEach(kill => _kills.Remove(kill));
        return [.. due.Select(kill => kill.Worker)];
    }

    private sealed record Kill(int AfterTargets, int Worker);
}
