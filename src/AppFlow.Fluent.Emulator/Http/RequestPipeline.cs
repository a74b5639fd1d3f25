using AppFlow.Fluent.Emulator.Faults;
using AppFlow.Fluent.Emulator.Operations;
using AppFlow.Fluent.Emulator.Signing;
using AppFlow.Fluent.Emulator.State;
using AppFlow.Fluent.Emulator.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Emulator.Http;

/// <summary>
/// The way of every request: read, authenticate, route, parse, validate, meet the fault plan, look the token up, apply, record, answer. The
/// signature comes before the path, as at AWS: who has no key learns nothing, not even which paths exist.
/// </summary>
internal sealed partial class RequestPipeline(
    SignatureVerifier verifier, CurrentState state, TimeProvider timeProvider, ILogger logger, CancellationToken stopping)
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
            var body = await RequestBody.ReadAsync(context).ConfigureAwait(false);
            verifier.Verify(new ReceivedRequest(context.Request.Method, target.RawPath, target.RawQuery, context.Request.Headers, body));
            call.IsSigned = true;
            answer = operation is null
                ? throw ServiceException.UnknownOperation(context.Request.Method, target.RawPath)
                : await ExecuteAsync(operation, body, call, current, context.RequestAborted).ConfigureAwait(false);
        }
        catch (ServiceException refusal)
        {
            answer = Answer.Refusal(refusal);
        }
        catch (Exception gone) when (context.RequestAborted.IsCancellationRequested && gone is IOException or OperationCanceledException)
        {
            // Nobody is left to answer.
            return;
        }
#pragma warning disable CA1031 // The one place where a defect of the emulator must become an answer.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            LogDefect(logger, requestId, defect);
            answer = Answer.Refusal(ServiceException.InternalServer());
        }

        answer = answer with { Fault = answer.Fault ?? call.Faults.KindUnlessSpoiled, DateSkew = call.Faults.DateSkew ?? TimeSpan.Zero };
        call.AddTo(current.Ledger, answer);
        LogAnswer(logger, requestId, operation?.Name, answer.StatusCode, answer.ErrorCode, answer.Fault);
        await _writer.WriteAsync(context, answer, requestId).ConfigureAwait(false);
    }

    private async Task<Answer> ExecuteAsync(
        Operation operation, ReadOnlyMemory<byte> body, CallRecord call, EmulatorState current, CancellationToken gone)
    {
        using var document = JsonBody.Parse(body);
        var input = operation.ReadInput(new JsonMembers(document.RootElement));
        call.Input = input;
        ConstraintViolations.ThrowIfAny(input);

        var faults = current.Faults.Next(operation.Name, input.ConnectorLabel);
        call.Faults = faults;
        try
        {
            var answer = await current.Service
                .ExecuteAsync(input, call.ToEntryIfApplied(operation), faults.PreventApplying, () => DelayAsync(faults, gone))
                .ConfigureAwait(false);
            return faults.Spoiler is { } spoiler ? Answer.Spoiled(spoiler, answer) : Answer.Success(answer);
        }
        catch (PreventedException)
        {
            return Answer.Spoiled(faults.Spoiler!, answer: null);
        }
        catch (OperationCanceledException) when (faults.Delay is not null)
        {
            return Answer.Dropped(FaultKind.Delay);
        }
    }

    private async Task DelayAsync(PlannedFaults faults, CancellationToken gone)
    {
        if (faults.Delay is { } delay)
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(gone, stopping);
            await Task.Delay(delay, timeProvider, ended.Token).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{RequestId} {Operation}: {StatusCode} {ErrorCode} {Fault}")]
    private static partial void LogAnswer(ILogger logger, Guid requestId, string? operation, int statusCode, string? errorCode, FaultKind? fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "{RequestId} met a defect of the emulator")]
    private static partial void LogDefect(ILogger logger, Guid requestId, Exception defect);
}
