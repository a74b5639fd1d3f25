using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Client;

/// <summary>What came of one attempt: an answer, or the reason why there is none.</summary>
/// <param name="Answer">The answer, whatever its status; null where there is none.</param>
/// <param name="Failure">Why there is no complete answer; null where there is one.</param>
internal readonly record struct AttemptResult(WireAnswer? Answer, Exception? Failure)
{
    /// <summary>Whether the signing clock was found to be wrong and is right now.</summary>
    public bool SkewCorrected { get; init; }

    /// <summary>Whether the attempt was over before its request could be sent.</summary>
    public bool NeverLeft { get; init; }

    /// <summary>What the result means for a further attempt.</summary>
    public ErrorKind Kind
    {
        get
        {
            if (Answer is null)
            {
                return Failure is FollowedRedirectException ? ErrorKind.Final : ErrorKind.Transient;
            }

            var kind = ErrorKinds.Of(Answer.Error.Code, Answer.StatusCode);
            return kind is ErrorKind.Final && SkewCorrected && ErrorKinds.MayBeClockSkew(Answer.Error.Code) ? ErrorKind.ClockSkew : kind;
        }
    }

    /// <summary>Whether the service may have carried the request out, though it was not answered with a success.</summary>
    public bool MayHaveBeenApplied => Answer is null
        ? !NeverLeft && !NeverArrived(Failure)
        : (int)Answer.StatusCode is < 300 or >= 500 && Kind is not ErrorKind.Throttling;

    private static bool NeverArrived(Exception? failure) => failure is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
    };
}
