namespace Fleet.Outcomes;

/// <summary>What a job has to say of its target.</summary>
/// <param name="State">What has become of it.</param>
/// <param name="Reason">Why it failed, or is tried again.</param>
/// <param name="ClientToken">The token of its call, which carries the call on; null if no call that takes one was sent.</param>
internal sealed record TargetOutcome(OutcomeState State, string? Reason = null, string? ClientToken = null);
