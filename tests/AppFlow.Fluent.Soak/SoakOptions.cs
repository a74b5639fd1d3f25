namespace AppFlow.Fluent.Soak;

/// <summary>What a soak is to do.</summary>
internal sealed record SoakOptions
{
    /// <summary>How many calls to carry out, those of the restarted process included.</summary>
    public required int Calls { get; init; }

    /// <summary>What faults, time-outs and cancellations are drawn from.</summary>
    public required int Seed { get; init; }

    /// <summary>What is added to the faults.</summary>
    public SoakStorm Storm { get; init; }

    /// <summary>
    /// How many calls are in flight at once. Fewer where the clock jumps: each sleep makes all signatures that are under way too old, and few
    /// calls would meet anything else.
    /// </summary>
    public int InFlight => Storm == SoakStorm.ClockJumps ? 32 : 256;

    /// <summary>
    /// How many of the calls belong to the process that is killed in the middle and started again. None where the clock jumps: a step that is
    /// run again after its token's life is another call, and must be.
    /// </summary>
    public int RestartedCalls => Storm == SoakStorm.ClockJumps ? 0 : Math.Max(1, Calls / 10);
}
