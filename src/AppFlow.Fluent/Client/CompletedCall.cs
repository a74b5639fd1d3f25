using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Client;

/// <summary>A successful call: what the service answered and what is known of the call.</summary>
internal readonly struct CompletedCall(ServiceCall call, WireAnswer answer, int attempts)
{
    public string? RequestId => answer.RequestId;

    public string ClientToken => call.ClientToken;

    public int Attempts => attempts;

    /// <summary>Reads the body.</summary>
    /// <exception cref="AppFlowException">It is not what the operation answers; the exception hands the token back.</exception>
    public TPayload Payload<TPayload>(Func<ReadOnlySpan<byte>, TPayload?> read)
        where TPayload : class
    {
        try
        {
            return AnswerJson.Read(answer.Body, read);
        }
        catch (Exception e)
        {
            throw FailedCall.Unreadable(call, answer, attempts, answer.Redaction.Of(e));
        }
    }

    /// <summary>A member that the answer cannot do without.</summary>
    /// <exception cref="AppFlowException">The member is missing; the exception hands the token back.</exception>
    public T Required<T>(T? value, string member)
        where T : class => value ?? throw new AppFlowException(new ErrorDetails
        {
            Message = $"The service answered {(int)answer.StatusCode} without {member}; it most likely applied the request."
                + (ClientToken.Length == 0 ? "" : $" Send the same request with WithClientToken(\"{ClientToken}\") to ask again."),
            StatusCode = answer.StatusCode,
            RequestId = RequestId,
            Attempts = attempts,
            ClientToken = ClientToken,
            IsRetryable = call.Operation.IsSafeToRepeat,
            MayHaveBeenApplied = true,
        });
}
