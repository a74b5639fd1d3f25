using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Client;

/// <summary>A successful call and its answer.</summary>
internal readonly struct CompletedCall(ServiceCall call, WireAnswer answer, int attempts)
{
    public string? RequestId => answer.RequestId;

    public string ClientToken => call.ClientToken;

    public int Attempts => attempts;

    /// <summary>Reads the body.</summary>
    /// <exception cref="AppFlowException">It does not fit the operation; the exception carries the token.</exception>
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

    /// <summary>A required member of the answer.</summary>
    /// <exception cref="AppFlowException">The member is missing; the exception carries the token.</exception>
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
