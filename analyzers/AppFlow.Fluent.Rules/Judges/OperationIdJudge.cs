using AppFlow.Fluent.Rules.Flow;
using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Judges;

/// <summary>
/// Judges AFF1006: an operation id that is new at every run. Silent if it is kept for a later run, if a retry sends it again, and for a
/// date.
/// </summary>
internal static class OperationIdJudge
{
    /// <summary>The places that give such an id.</summary>
    public static IEnumerable<PlaceFinding> Judge(FlowResult flow) => flow.Places
        .Where(place => place.Value.Set.Field.Role == FieldRole.OperationId
            && place.Value.Requests.Count > 0
            && place.Value.Requests.All(sent => sent.Value is not null && IsNewAtEachRun(sent.Value, flow))
            && !place.Value.Sends.Any(send => IsSentAgain(flow.Sends[send])))
        .Select(place => new PlaceFinding(place.Key, place.Value.Requests.First().Request.Shape));

    private static bool IsNewAtEachRun(Term id, FlowResult flow) =>
        !id.Contains(part => part is Root root && flow.Kept.Contains(root.Site))
        && (id.Contains(part => part is Root { Site.Kind: SiteKind.Fresh }) || ReadClocks.Of(id).Grains.Any(grain => grain != ClockGrain.Date));

    private static bool IsSentAgain(SendFacts send) => send.Rounds.Any(round => round is { Outcome: Outcome.Failed, Token: Likeness.Same });
}
