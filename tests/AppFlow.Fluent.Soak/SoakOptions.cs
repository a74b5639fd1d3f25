namespace AppFlow.Fluent.Soak;

/// <summary>What a soak is to do.</summary>
internal sealed record SoakOptions
{
    /// <summary>How many calls to carry out, those of the restarted process included.</summary>
    public required int Calls { get; init; }

    /// <summary>What faults, time-outs and cancellations are drawn from.</summary>
    public required int Seed { get; init; }

    /// <summary>How many calls are in flight at once.</summary>
    public int InFlight { get; init; } = 256;

    /// <summary>How many of the calls belong to the process that is killed in the middle and started again.</summary>
    public int RestartedCalls => Math.Max(1, Calls / 10);
}
