using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Client;

/// <summary>What came of one attempt: an answer, or the reason why there is none.</summary>
/// <param name="Answer">The answer, whatever its status; null where there is none.</param>
/// <param name="Failure">Why there is no complete answer; null where there is one.</param>
/// <param name="Sends">How often the request may have been sent, by the client or by a handler beneath it.</param>
internal readonly record struct AttemptResult(WireAnswer? Answer, Exception? Failure, int Sends)
{
    /// <summary>Whether the signing clock was found to be wrong and is right now.</summary>
    public bool SkewCorrected { get; init; }

    /// <summary>What the result means for a further attempt.</summary>
    public ErrorKind Kind
    {
        get
        {
            if (Answer is null)
            {
                return Failure is FollowedRedirectException ? ErrorKind.Final : ErrorKind.Transient;
            }

            var kind = ErrorKinds.Of(Answer.Code, Answer.StatusCode);
            return kind is ErrorKind.Final && SkewCorrected && ErrorKinds.MayBeClockSkew(Answer.Code) ? ErrorKind.ClockSkew : kind;
        }
    }

    /// <summary>Whether the service may have carried the request out, though it was not answered with a success.</summary>
    /// <remarks>An answer tells of one sending alone: of what a handler sent before it, nothing is known.</remarks>
    public bool MayHaveBeenApplied => Sends > 1 || (Sends == 1 && !IsRefusal);

    // A status without a code is that of a proxy, which may have sent the request on.
    private bool IsRefusal => Answer is not null
        && (Kind is ErrorKind.Throttling || ((int)Answer.StatusCode is >= 400 and < 500 && Answer.Code is not null));
}
