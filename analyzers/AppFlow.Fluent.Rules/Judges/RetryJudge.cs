using AppFlow.Fluent.Rules.Flow;

namespace AppFlow.Fluent.Rules.Judges;

/// <summary>
/// Judges AFF1004: a loop that repeats because a send failed, and not after success, and then sends the same request to the same client
/// with another token.
/// </summary>
internal static class RetryJudge
{
    /// <summary>The sends that are repeated with a new token, each once.</summary>
    public static IEnumerable<RetryFinding> Judge(FlowResult flow)
    {
        foreach (var sends in flow.Sends.Values.Where(send => send.Step is { Place: not null, Shape.IsJudgedForRetries: true }).GroupBy(send => send.Step.Place!))
        {
            foreach (var rounds in sends.SelectMany(send => send.Rounds).Where(round => round.Loop is not null).GroupBy(round => round.Loop!))
            {
                if (IsRetriedAnew(rounds.ToList()) && !IsTokenOfSomePathsOnly(sends))
                {
                    yield return new RetryFinding(
                        sends.Key,
                        sends.First().Step.Shape,
                        sends.SelectMany(send => send.States).Select(state => state.Request.TokenChoice?.Source.Place).FirstOrDefault(place => place is not null),
                        rounds.Key.Place,
                        rounds.Key.Name);
                    break;
                }
            }
        }
    }

    private static bool IsRetriedAnew(List<Round> rounds)
    {
        var attempts = rounds.Where(round => round is { Outcome: Outcome.Failed, MayBeLost: true, Handling: not Handling.InDoubt }).ToList();
        return attempts.Count > 0
            && !rounds.Any(round => round.Handling == Handling.Continued || IsAfterSuccess(round))
            && attempts.All(round => round.Request == Likeness.Same && round.Client == Likeness.Same && round.Token == Likeness.Different);
    }

    // A token that is set on one path and not on another is a decision of the author.
    private static bool IsTokenOfSomePathsOnly(IEnumerable<SendFacts> sends)
    {
        var hasToken = sends.SelectMany(send => send.States).Select(state => state.Request.TokenChoice is not null).Distinct();
        return hasToken.Count() > 1;
    }

    // A loop that sends the same request again after success is a timer or a poll: each iteration is a separate call.
    private static bool IsAfterSuccess(Round round) => round.Outcome is Outcome.Succeeded or Outcome.Pending && round.Request != Likeness.Different;
}
