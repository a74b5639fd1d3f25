using Fleet.Outcomes;

namespace Fleet.Watching;

/// <summary>The progress of a roll-out.</summary>
internal sealed record RolloutCount(int Targets, int Done, int Replayed, int Failed)
{
    public int Ended => Done + Replayed + Failed;

    public static RolloutCount Of(IReadOnlyCollection<TargetRecord> records) => new(
        records.Count,
        records.Count(record => record.Outcome.State == OutcomeState.Done),
        records.Count(record => record.Outcome.State == OutcomeState.Replayed),
        records.Count(record => record.Outcome.State == OutcomeState.Failed));
}
