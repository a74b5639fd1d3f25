using AppFlow.Fluent.Emulator.Faults;
using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.Operations;
using AppFlow.Fluent.Emulator.Protocol;
using AppFlow.Fluent.Emulator.Signing;
using AppFlow.Fluent.Emulator.State;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Emulator.Http;

/// <summary>
/// The steps of every request: guard, read, authenticate, route, parse, validate, apply the fault plan, look up the token, apply, record,
/// answer. The signature is verified before the path, as at AWS: without a key a client learns nothing, not even which paths exist.
/// </summary>
internal sealed partial class RequestPipeline(
    OriginGuard guard,
    BodyReader bodies,
    SignatureVerifier verifier,
    CurrentState state,
    TimeProvider timeProvider,
    ILogger logger,
    IRequestLog? requestLog,
    CancellationToken stopping)
{
    private readonly AnswerWriter _writer = new(timeProvider);

    public async Task HandleAsync(HttpContext context)
    {
        var target = RequestTarget.Of(context);
        var operation = Operation.Find(context.Request.Method, target.RawPath);
        var call = new CallRecord(operation, context.Request.Headers);
        var current = state.Value;
        var requestId = Guid.NewGuid();

        Answer answer;
        try
        {
            guard.ThrowIfForeign(context, ownOrigin: false);
            var input = await ReceiveAsync(context, target, operation, call).ConfigureAwait(false);
            answer = await ExecuteAsync(operation!, input, call, current, context.RequestAborted).ConfigureAwait(false);
        }
        catch (ServiceException refusal)
        {
            answer = Answer.Refusal(refusal);
        }
        catch (Exception gone) when (context.RequestAborted.IsCancellationRequested && gone is IOException or OperationCanceledException)
        {
            // The client is gone.
            return;
        }
#pragma warning disable CA1031 // The one place where a defect of the emulator must become an answer.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            LogDefect(logger, requestId, defect);
            answer = Answer.Refusal(ServiceException.InternalServer());
        }

        answer = answer with { Fault = answer.Fault ?? call.Faults.NonSpoilingKind, DateSkew = call.Faults.DateSkew ?? TimeSpan.Zero };
        call.AddTo(current.Ledger, answer);
        requestLog?.Add(call.ToRequest(answer));
        LogAnswer(logger, requestId, operation?.Name, answer.StatusCode, answer.ErrorCode, answer.Fault);
        await _writer.WriteAsync(context, answer, requestId).ConfigureAwait(false);
    }

    /// <summary>The steps that need the body; the later ones need only the input.</summary>
    private async ValueTask<OperationInput> ReceiveAsync(HttpContext context, RequestTarget target, Operation? operation, CallRecord call)
    {
        var (method, headers) = (context.Request.Method, context.Request.Headers);
        using var body = await bodies.ReadAsync(context).ConfigureAwait(false);
        call.Signature = verifier.Verify(new ReceivedRequest(method, target.RawPath, target.RawQuery, headers, body.Content));
        if (operation is null)
        {
            throw ServiceException.UnknownOperation(method, target.RawPath);
        }

        AcceptedMedia.ThrowIfUnsupported(headers, body.Content);
        AcceptedMedia.ThrowIfNotAcceptable(headers);
        using var document = StrictJson.Parse(body.Content);
        var input = operation.ReadInput(new JsonMembers(document.RootElement));
        call.Input = input;
        input.ThrowIfInvalid();
        return input;
    }

    private async ValueTask<Answer> ExecuteAsync(
        Operation operation, OperationInput input, CallRecord call, EmulatorState current, CancellationToken gone)
    {
        var faults = current.Faults.Next(operation.Name, input.ConnectorLabel);
        call.Faults = faults;
        using var ended = faults.Delay is null ? null : CancellationTokenSource.CreateLinkedTokenSource(gone, stopping);
        try
        {
            using var region = current.Regions.Enter(call.Signature!.Value.Region);
            var result = await region.Service
                .ExecuteAsync(input, call.ToEntryIfApplied(operation), call.Signature.Value.ExpiresAt, faults, ended?.Token ?? gone)
                .ConfigureAwait(false);
            return faults.Spoiler is { } spoiler ? Answer.Spoiled(spoiler, result) : Answer.Success(result);
        }
        catch (PreventedException)
        {
            return Answer.Spoiled(faults.Spoiler!, result: null);
        }
        catch (OperationCanceledException) when (faults.Delay is not null)
        {
            return Answer.Dropped(FaultKind.Delay);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{RequestId} {Operation}: {StatusCode} {ErrorCode} {Fault}")]
    private static partial void LogAnswer(ILogger logger, Guid requestId, string? operation, int statusCode, string? errorCode, FaultKind? fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "{RequestId} failed because of a defect in the emulator")]
    private static partial void LogDefect(ILogger logger, Guid requestId, Exception defect);
}
