using System.Globalization;
using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.Operations;
using AppFlow.Fluent.Emulator.Signing;
using AppFlow.Fluent.Emulator.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Emulator.Http;

/// <summary>
/// The way of every request: read, authenticate, route, parse, validate, look the token up, apply, record, answer. The signature comes
/// before the path, as at AWS: who has no key learns nothing, not even which paths exist.
/// </summary>
internal sealed partial class RequestPipeline(
    SignatureVerifier verifier, ConnectorService service, RequestLedger ledger, TimeProvider timeProvider, ILogger logger)
{
    public async Task HandleAsync(HttpContext context)
    {
        var target = RequestTarget.Parse(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var operation = Operation.Find(context.Request.Method, target.RawPath);
        var call = new CallRecord(operation, context.Request.Headers);
        var requestId = Guid.NewGuid();

        Answer answer;
        try
        {
            var body = await ReadBodyAsync(context).ConfigureAwait(false);
            verifier.Verify(new ReceivedRequest(context.Request.Method, target.RawPath, target.RawQuery, context.Request.Headers, body));
            answer = operation is null
                ? throw ServiceException.UnknownOperation(context.Request.Method, target.RawPath)
                : await ExecuteAsync(operation, body, call).ConfigureAwait(false);
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

        call.AddTo(ledger, answer);
        LogAnswer(logger, requestId, operation?.Name, answer.StatusCode, answer.ErrorCode);
        await WriteAsync(context.Response, answer, requestId).ConfigureAwait(false);
    }

    private async Task<Answer> ExecuteAsync(Operation operation, ReadOnlyMemory<byte> body, CallRecord call)
    {
        using var document = JsonBody.Parse(body);
        var input = operation.ReadInput(new JsonMembers(document.RootElement));
        call.Input = input;
        ConstraintViolations.ThrowIfAny(input);

        var answer = await service.ExecuteAsync(input, call.ToEntry(operation, LedgerOutcome.Applied, error: null)).ConfigureAwait(false);
        return Answer.Success(answer);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext context)
    {
        try
        {
            return await RequestBody.ReadAsync(context.Request.BodyReader, context.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException broken)
        {
            throw ServiceException.BrokenRequest(broken.StatusCode);
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            // A chunk's length beyond any integer is reported this way.
            throw ServiceException.BrokenRequest(StatusCodes.Status400BadRequest);
        }
    }

    private async Task WriteAsync(HttpResponse response, Answer answer, Guid requestId)
    {
        response.StatusCode = answer.StatusCode;
        response.ContentType = "application/json";
        response.ContentLength = answer.Body.Length;
        response.Headers.Date = timeProvider.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        response.Headers["x-amzn-RequestId"] = requestId.ToString();
        if (answer.ErrorCode is not null)
        {
            response.Headers["x-amzn-ErrorType"] = answer.ErrorCode;
        }

        if (answer.StatusCode is StatusCodes.Status408RequestTimeout or StatusCodes.Status413PayloadTooLarge)
        {
            // What is left of the request would be taken for the next one.
            response.Headers.Connection = "close";
        }

        if (!HttpMethods.IsHead(response.HttpContext.Request.Method))
        {
            await response.BodyWriter.WriteAsync(answer.Body).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{RequestId} {Operation}: {StatusCode} {ErrorCode}")]
    private static partial void LogAnswer(ILogger logger, Guid requestId, string? operation, int statusCode, string? errorCode);

    [LoggerMessage(Level = LogLevel.Error, Message = "{RequestId} met a defect of the emulator")]
    private static partial void LogDefect(ILogger logger, Guid requestId, Exception defect);
}
