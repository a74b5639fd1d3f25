using System.Text.Json;
using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Client;

/// <summary>Collects the failed attempts of a call, and makes the error that the caller gets.</summary>
/// <param name="call">The call.</param>
/// <param name="target">Where it goes.</param>
/// <param name="firstSigned">When its first attempt was signed.</param>
internal sealed class FailedCall(ServiceCall call, CallTarget target, SigningTime firstSigned)
{
    private const string ClientTokenKey = "ClientToken";

    private bool _mayHaveBeenSent;
    private bool _mayHaveBeenApplied;
    private bool _skewWasCorrected;
    private int _attempts;
    private AttemptResult _last;
    private AppFlowException? _error;

    /// <summary>The error that the call ends with unless another attempt succeeds.</summary>
    public AppFlowException Error => _error ?? throw new InvalidOperationException("No attempt has failed.");

    /// <summary>Adds a failed attempt and returns what it means for the next one.</summary>
    public ErrorKind Add(in AttemptResult result, int attempts)
    {
        var kind = result.Kind;
        if (kind is ErrorKind.ClockSkew)
        {
            // The clock was right this time, so the refusal has another cause.
            kind = _skewWasCorrected ? ErrorKind.Final : kind;
            _skewWasCorrected = true;
        }

        _mayHaveBeenSent |= result.Sends > 0;
        _mayHaveBeenApplied |= result.MayHaveBeenApplied;
        _last = result;
        _attempts = attempts;
        if (_mayHaveBeenApplied && !call.Operation.IsSafeToRepeat)
        {
            _error = Build(
                isRetryable: false,
                $" It is not retried: it may have been applied, and without a client token another {call.Operation} would remove "
                + "what was registered since. DescribeConnector shows the current state.");
            return ErrorKind.Final;
        }

        _error = Build(isRetryable: kind is not ErrorKind.Final);
        return kind;
    }

    /// <summary>The error of a call that is too old for another attempt; null if it is not.</summary>
    /// <param name="next">When that attempt would be signed.</param>
    /// <param name="timeProvider">The clocks.</param>
    public AppFlowException? TooOld(SigningTime next, TimeProvider timeProvider)
    {
        var age = next.Since(firstSigned, timeProvider);
        if (age <= TokenLife.OldestCall)
        {
            return null;
        }

        _mayHaveBeenApplied = true;
        return Build(
            isRetryable: false,
            $" It is not retried: its first attempt was signed {DurationText.Of(age)} ago, and the service keeps a client token for 8 hours, "
            + "after which it would treat another attempt as a new call and apply it again. DescribeConnector shows the current state.");
    }

    /// <summary>The caller's own cancellation, with the token that was sent.</summary>
    public static OperationCanceledException Canceled(ServiceCall call, OperationCanceledException cause, CancellationToken cancellationToken)
    {
        var canceled = new TaskCanceledException(
            $"{call.Operation} was cancelled by the caller after it was signed." + ContinueHint(call), cause, cancellationToken);
        if (call.ClientToken.Length > 0)
        {
            canceled.Data[ClientTokenKey] = call.ClientToken;
        }

        return canceled;
    }

    /// <summary>The service answered with a success that cannot be read.</summary>
    public static AppFlowException Unreadable(ServiceCall call, WireAnswer answer, int attempts, Exception cause) => new(new ErrorDetails
    {
        Message = $"{call.Operation} was answered with {(int)answer.StatusCode}, but the answer ({Describe(answer)}) cannot be read: "
            + Sentence(cause) + ContinueHint(call),
        StatusCode = answer.StatusCode,
        RequestId = answer.RequestId,
        Attempts = attempts,
        ClientToken = call.ClientToken,
        IsRetryable = call.Operation.IsSafeToRepeat,
        MayHaveBeenApplied = true,
        InnerException = cause,
    });

    /// <summary>There were no credentials for another attempt.</summary>
    public AppFlowException NoCredentialsForRetry(Exception cause) => ErrorTypes.Create(_last.Answer?.Code, new ErrorDetails
    {
        Message = $"{call.Operation} could not be signed for attempt {_attempts + 1}: {Sentence(cause)} Before that: {Error.Message}",
        ErrorCode = Error.ErrorCode,
        StatusCode = Error.StatusCode,
        RequestId = Error.RequestId,
        Attempts = _attempts,
        ClientToken = call.ClientToken,
        IsRetryable = true,
        MayHaveBeenApplied = _mayHaveBeenApplied,
        InnerException = cause,
    });

    private AppFlowException Build(bool isRetryable, string note = "") =>
        _last.Answer is { } answer ? Refused(answer, isRetryable, note) : NoAnswer(_last.Failure!, isRetryable, note);

    private AppFlowException Refused(WireAnswer answer, bool isRetryable, string note) => ErrorTypes.Create(answer.Code, new ErrorDetails
    {
        Message = (answer.Error.Message ?? MessageFor(answer, answer.Error.Code)) + note,
        ErrorCode = answer.Error.Code,
        StatusCode = answer.StatusCode,
        RequestId = answer.RequestId,
        Attempts = _attempts,
        ClientToken = call.ClientToken,
        IsRetryable = isRetryable,
        MayHaveBeenApplied = _mayHaveBeenApplied,
    });

    private AppFlowTransportException NoAnswer(Exception cause, bool isRetryable, string note) => new(new ErrorDetails
    {
        Message = $"No complete answer to {call.Operation} from {target.Endpoint.GetLeftPart(UriPartial.Authority)}: {Sentence(cause)}"
            + target.Hint(cause) + (note.Length > 0 ? note : OutcomeHint()),
        Attempts = _attempts,
        ClientToken = call.ClientToken,
        IsRetryable = isRetryable,
        MayHaveBeenApplied = _mayHaveBeenApplied,
        InnerException = cause,
    });

    private string OutcomeHint() =>
        _mayHaveBeenApplied ? ContinueHint(call) : _mayHaveBeenSent ? " Nothing was applied." : " Nothing was sent.";

    private string MessageFor(WireAnswer answer, string? code) =>
        (int)answer.StatusCode is >= 300 and < 400
            ? $"{call.Operation} was answered with a redirect ({(int)answer.StatusCode}), which is not followed: check the endpoint."
            : $"{call.Operation} was refused with {code ?? "no error code"} ({(int)answer.StatusCode}, {Describe(answer)}) and no message.";

    private static string Describe(WireAnswer answer) => answer.Body.Length == 0
        ? "an empty body"
        : $"{answer.Body.Length} bytes of {answer.ContentType ?? "no content type"}"
            + (answer.ContentEncoding is { } encoding ? $" encoded with {encoding}" : "");

    // The message of a network exception often only refers to its inner exception; that of a JSON exception is complete.
    private static string Sentence(Exception cause)
    {
        var text = cause.Message.Replace(", see inner exception", "", StringComparison.Ordinal).TrimEnd('.');
        for (var inner = cause.InnerException; inner is not (null or OperationCanceledException or JsonException); inner = inner.InnerException)
        {
            var reason = inner.Message.TrimEnd('.');
            text += text.Contains(reason, StringComparison.Ordinal) ? "" : $": {reason}";
        }

        return text + ".";
    }

    private static string ContinueHint(ServiceCall call) => call.ClientToken.Length == 0
        ? ""
        : $" Whether it was applied is not known; send the same request with WithClientToken(\"{call.ClientToken}\"), within 8 hours of its first "
            + "attempt, to continue this call.";
}
