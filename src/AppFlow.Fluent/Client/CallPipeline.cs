using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AppFlow.Fluent.Wire;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Client;

/// <summary>Carries a call to the service and turns what comes back into a payload or a typed error.</summary>
internal sealed class CallPipeline(
    HttpTransport transport,
    CredentialsSource credentials,
    Uri endpoint,
    TimeProvider timeProvider,
    ILogger logger) : IDisposable
{
    private const string ClientTokenKey = "ClientToken";

    /// <summary>Sends the call and reads the answer's payload.</summary>
    public async Task<ServiceAnswer<TPayload>> SendAsync<TPayload>(
        ServiceCall call,
        JsonTypeInfo<TPayload> payloadType,
        CancellationToken cancellationToken)
        where TPayload : class
    {
        CallLog.Sending(logger, call.Operation.Name, endpoint, call.ClientToken);
        const int Attempt = 1;
        var answer = await AttemptAsync(call, Attempt, maxAttempts: 1, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            var payload = ReadPayload(call, answer, Attempt, payloadType);
            CallLog.Succeeded(logger, call.Operation.Name, (int)answer.StatusCode, answer.RequestId, Attempt);
            return new ServiceAnswer<TPayload>(payload, answer.StatusCode, answer.RequestId, call.ClientToken, Attempt);
        }

        var error = ErrorOf(call, answer, Attempt);
        CallLog.Refused(logger, call.Operation.Name, (int)answer.StatusCode, error.ErrorCode, error.Message, answer.RequestId, call.ClientToken);
        throw error;
    }

    public void Dispose() => transport.Dispose();

    private async Task<WireAnswer> AttemptAsync(ServiceCall call, int attempt, int maxAttempts, CancellationToken cancellationToken)
    {
        var identity = await credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        var request = new WireRequest(call.Operation, call.Body, call.InvocationId, attempt, maxAttempts);
        using var message = transport.Sign(request, identity, timeProvider.GetUtcNow());
        try
        {
            var answer = await transport.ExchangeAsync(message, cancellationToken).ConfigureAwait(false);
            return answer.IsSuccess ? answer : answer with { Error = ErrorAnswer.Read(answer).Without(identity, HttpTransport.AuthorizationOf(message)) };
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            if (call.ClientToken.Length > 0)
            {
                e.Data[ClientTokenKey] = call.ClientToken;
            }

            CallLog.Canceled(logger, call.Operation.Name, call.ClientToken);
            throw;
        }
        catch (Exception e)
        {
            // Once a request is signed it may have been applied, so whatever went wrong must hand the token back.
            CallLog.NoAnswer(logger, call.Operation.Name, e.Message, call.ClientToken);
            throw NoAnswer(call, attempt, e);
        }
    }

    private static TPayload ReadPayload<TPayload>(ServiceCall call, WireAnswer answer, int attempts, JsonTypeInfo<TPayload> payloadType)
        where TPayload : class
    {
        try
        {
            return JsonBody.Read(answer.Body.Span, payloadType);
        }
        catch (JsonException e)
        {
            throw new AppFlowException(new ErrorDetails
            {
                Message = $"{call.Operation} was answered with {(int)answer.StatusCode}, but the answer ({Describe(answer)}) cannot be read: {e.Message}"
                    + ContinueHint(call),
                StatusCode = answer.StatusCode,
                RequestId = answer.RequestId,
                Attempts = attempts,
                ClientToken = call.ClientToken,
                IsRetryable = true,
                InnerException = e,
            });
        }
    }

    private static AppFlowException ErrorOf(ServiceCall call, WireAnswer answer, int attempts)
    {
        var error = answer.Error;
        return ErrorTypes.Create(new ErrorDetails
        {
            Message = error.Message ?? MessageFor(call, answer, error.Code),
            ErrorCode = error.Code,
            StatusCode = answer.StatusCode,
            RequestId = answer.RequestId,
            Attempts = attempts,
            ClientToken = call.ClientToken,
            IsRetryable = ErrorKinds.Of(error.Code, answer.StatusCode) is not ErrorKind.Final,
        });
    }

    private static string MessageFor(ServiceCall call, WireAnswer answer, string? code) =>
        (int)answer.StatusCode is >= 300 and < 400
            ? $"{call.Operation} was answered with a redirect ({(int)answer.StatusCode}), which is not followed: check the endpoint."
            : $"{call.Operation} was refused with {code ?? "no error code"} ({(int)answer.StatusCode}, {Describe(answer)}) and no message.";

    private AppFlowTransportException NoAnswer(ServiceCall call, int attempts, Exception cause) =>
        new(new ErrorDetails
        {
            Message = $"No complete answer to {call.Operation} from {endpoint.GetLeftPart(UriPartial.Authority)}: {cause.Message.TrimEnd('.')}."
                + (attempts == 1 && NeverArrived(cause) ? " Nothing was sent." : ContinueHint(call)),
            Attempts = attempts,
            ClientToken = call.ClientToken,
            IsRetryable = cause is not FollowedRedirectException,
            InnerException = cause,
        });

    private static bool NeverArrived(Exception cause) => cause is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
    };

    private static string Describe(WireAnswer answer) =>
        answer.Body.IsEmpty ? "an empty body" : $"{answer.Body.Length} bytes of {answer.ContentType ?? "no content type"}";

    private static string ContinueHint(ServiceCall call) => call.ClientToken.Length == 0
        ? ""
        : $" Whether it was applied is not known; send the same request with WithClientToken(\"{call.ClientToken}\") to continue this call.";
}
