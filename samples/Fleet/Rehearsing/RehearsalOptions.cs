namespace Fleet.Rehearsing;

/// <summary>What a rehearsal is like.</summary>
internal sealed record RehearsalOptions
{
    /// <summary>How many targets there are, those that must fail included.</summary>
    public required int Targets { get; init; }

    public required int Workers { get; init; }

    public required int Kills { get; init; }

    public required int Seed { get; init; }

    public required int DashboardPort { get; init; }

    /// <summary>How long an emulated region takes for an update.</summary>
    public required TimeSpan Latency { get; init; }

    /// <summary>Where the jobs are; a file of the rehearsal's own if null.</summary>
    public required string? Postgres { get; init; }
}
