namespace Fleet.Outcomes;

/// <summary>What a job reports about its target.</summary>
/// <param name="State">The outcome.</param>
/// <param name="Reason">Why it failed, or is retried.</param>
/// <param name="ClientToken">The token of its call, with which the call can be continued; null if no call that takes a token was sent.</param>
internal sealed record TargetOutcome(OutcomeState State, string? Reason = null, string? ClientToken = null);
