using System.Net;

namespace AppFlow.Fluent.Client;

/// <summary>A successful call: what the service answered and what is known of the call.</summary>
internal readonly record struct ServiceAnswer<TPayload>(
    TPayload Payload,
    HttpStatusCode StatusCode,
    string? RequestId,
    string ClientToken,
    int Attempts)
{
    /// <summary>A member that the answer cannot do without.</summary>
    /// <exception cref="AppFlowException">The member is missing; the exception hands the token back.</exception>
    public T Required<T>(T? value, string member)
        where T : class => value ?? throw new AppFlowException(new ErrorDetails
        {
            Message = $"The service answered {(int)StatusCode} without {member}; it most likely applied the request."
                + (ClientToken.Length == 0 ? "" : $" Send the same request with WithClientToken(\"{ClientToken}\") to ask again."),
            StatusCode = StatusCode,
            RequestId = RequestId,
            Attempts = Attempts,
            ClientToken = ClientToken,
            IsRetryable = true,
            MayHaveBeenApplied = true,
        });
}
