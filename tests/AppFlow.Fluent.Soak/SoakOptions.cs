namespace AppFlow.Fluent.Soak;

/// <summary>The options of a soak.</summary>
internal sealed record SoakOptions
{
    /// <summary>How many calls to make, including those of the restarted process.</summary>
    public required int Calls { get; init; }

    /// <summary>The seed for faults, time-outs and cancellations.</summary>
    public required int Seed { get; init; }

    /// <summary>What the storm adds to the faults.</summary>
    public SoakStorm Storm { get; init; }

    /// <summary>
    /// How many calls are in flight at once. Fewer with clock jumps: each sleep makes all signatures in flight too old, and few calls would
    /// meet other faults.
    /// </summary>
    public int InFlight => Storm == SoakStorm.ClockJumps ? 32 : 256;

    /// <summary>
    /// How many of the calls belong to the process that is killed in the middle and started again. None with clock jumps, because a step
    /// that is run again after its token has expired is a new call.
    /// </summary>
    public int RestartedCalls => Storm == SoakStorm.ClockJumps ? 0 : Math.Max(1, Calls / 10);
}
