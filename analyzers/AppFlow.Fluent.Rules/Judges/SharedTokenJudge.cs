using AppFlow.Fluent.Rules.Flow;

namespace AppFlow.Fluent.Rules.Judges;

/// <summary>Judges AFF1002: one token value is sent with different requests of one operation, on one path, with one client.</summary>
internal static class SharedTokenJudge
{
    /// <summary>The places whose token was sent before with another request, each once.</summary>
    public static IEnumerable<SharedTokenFinding> Judge(FlowResult flow)
    {
        var found = new HashSet<object>();
        foreach (var shared in flow.Sends.Values.SelectMany(send => send.Shared))
        {
            if (shared.Second.Place is not { } place || !found.Add(place))
            {
                continue;
            }

            var isInLoop = shared.FirstSend == shared.SecondSend;
            yield return new SharedTokenFinding(
                place,
                isInLoop ? null : Equals(shared.First.Place, place) ? shared.FirstSend.Place : shared.First.Place,
                isInLoop ? shared.Loop?.Place : null,
                isInLoop ? shared.Loop?.Name : null,
                shared.SecondSend.Shape);
        }
    }
}
