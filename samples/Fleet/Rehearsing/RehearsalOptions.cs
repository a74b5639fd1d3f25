namespace Fleet.Rehearsing;

/// <summary>The settings of a rehearsal.</summary>
internal sealed record RehearsalOptions
{
    /// <summary>How many targets there are, including those that must fail.</summary>
    public required int Targets { get; init; }

    public required int Workers { get; init; }

    public required int Kills { get; init; }

    public required int Seed { get; init; }

    public required int DashboardPort { get; init; }

    /// <summary>How long an emulated region takes for an update.</summary>
    public required TimeSpan Latency { get; init; }

    /// <summary>Where the jobs are; if null, a file that belongs to the rehearsal.</summary>
    public required string? Postgres { get; init; }
}
