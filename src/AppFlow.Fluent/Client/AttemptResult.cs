using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Client;

/// <summary>The outcome of one attempt: an answer, or the reason why there is none.</summary>
/// <param name="Answer">The answer, with any status; null if there is none.</param>
/// <param name="Failure">Why there is no complete answer; null if there is one.</param>
/// <param name="Sends">How often the request may have been sent, by the client or by a handler below it.</param>
internal readonly record struct AttemptResult(WireAnswer? Answer, Exception? Failure, int Sends)
{
    /// <summary>Whether the signing clock was wrong and has been corrected.</summary>
    public bool SkewCorrected { get; init; }

    /// <summary>What the result means for another attempt.</summary>
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

    /// <summary>Whether the service may have applied the request, although the answer was not a success.</summary>
    /// <remarks>An answer covers only one send: nothing is known about what a handler sent before.</remarks>
    public bool MayHaveBeenApplied => Sends > 1 || (Sends == 1 && !IsRefusal);

    // A status without a code may come from a proxy, which may have forwarded the request.
    private bool IsRefusal => Answer is not null
        && (Kind is ErrorKind.Throttling || ((int)Answer.StatusCode is >= 400 and < 500 && Answer.Code is not null));
}
