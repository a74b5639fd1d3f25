using Fleet.Releases;
using Fleet.Targets;

namespace Fleet.Outcomes;

/// <summary>A target of a roll-out and its outcome.</summary>
internal sealed record TargetRecord(Target Target, Release Release, TargetOutcome Outcome);
