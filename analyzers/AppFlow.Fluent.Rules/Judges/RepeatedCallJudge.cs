using AppFlow.Fluent.Rules.Flow;

namespace AppFlow.Fluent.Rules.Judges;

/// <summary>Judges whether two places of one body send the same request, which is an intended repetition.</summary>
internal static class RepeatedCallJudge
{
    /// <summary>Whether both places always send the same request.</summary>
    public static bool AreOneCall(PlaceFacts one, PlaceFacts other) =>
        one.Requests.Count > 0
        && other.Requests.Count > 0
        && one.Requests.All(sent => other.Requests.All(otherSent => Comparison.Plain.Of(sent.Request, otherSent.Request) == Likeness.Same));
}
