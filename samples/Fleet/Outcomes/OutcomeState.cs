namespace Fleet.Outcomes;

/// <summary>What has become of a target.</summary>
internal enum OutcomeState
{
    /// <summary>Its job waits, runs, or will be tried again.</summary>
    Waiting,

    /// <summary>Its job applied the release.</summary>
    Done,

    /// <summary>It had the release when its job came: an earlier run, or an earlier roll-out, had brought it.</summary>
    Replayed,

    /// <summary>Its job was refused, or ran out of retries.</summary>
    Failed,
}
