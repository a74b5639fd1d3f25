namespace Fleet.Outcomes;

/// <summary>The outcome of a target.</summary>
internal enum OutcomeState
{
    /// <summary>Its job waits, runs, or will be retried.</summary>
    Waiting,

    /// <summary>Its job applied the release.</summary>
    Done,

    /// <summary>It already had the release when its job came, from an earlier run or an earlier roll-out.</summary>
    Replayed,

    /// <summary>Its job was refused, or ran out of retries.</summary>
    Failed,
}
