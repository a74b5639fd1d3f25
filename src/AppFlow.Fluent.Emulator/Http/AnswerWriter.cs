using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AppFlow.Fluent.Emulator.Http;

/// <summary>Sends answers, including the broken ones.</summary>
internal sealed class AnswerWriter(TimeProvider timeProvider)
{
    public async Task WriteAsync(HttpContext context, Answer answer, Guid requestId)
    {
        if (answer.IsDropped)
        {
            context.Abort();
            return;
        }

        WriteHeaders(context.Response, answer, requestId);
        if (answer.SentLength < answer.Body.Length)
        {
            await WriteTruncatedAsync(context, answer).ConfigureAwait(false);
        }
        else if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(answer.Body).ConfigureAwait(false);
        }
    }

    private void WriteHeaders(HttpResponse response, Answer answer, Guid requestId)
    {
        response.StatusCode = answer.StatusCode;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        response.Headers.Date = (timeProvider.GetUtcNow() + answer.DateSkew).ToString("r", CultureInfo.InvariantCulture);
        response.Headers["x-amzn-RequestId"] = requestId.ToString();
        if (answer.ErrorCode is not null)
        {
            response.Headers["x-amzn-ErrorType"] = answer.ErrorCode;
        }

        if (answer.RetryAfter is { } retryAfter)
        {
            response.Headers["x-amz-retry-after"] = ((long)retryAfter.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        }

        if (answer.StatusCode is StatusCodes.Status408RequestTimeout or StatusCodes.Status413PayloadTooLarge)
        {
            // The unread rest of the request would be parsed as the next request.
            response.Headers.Connection = "close";
        }
    }

    private static async Task WriteTruncatedAsync(HttpContext context, Answer answer)
    {
        // Kestrel must believe that it sent everything: aborting the connection might lose the half that must arrive.
        context.Response.Headers.Connection = "close";
        await context.Response.BodyWriter.WriteAsync(answer.Body.AsMemory(0, answer.SentLength)).ConfigureAwait(false);
        context.Features.GetRequiredFeature<AnswerTransport>().IsSilent = true;
        await context.Response.BodyWriter.WriteAsync(answer.Body.AsMemory(answer.SentLength)).ConfigureAwait(false);
    }
}
