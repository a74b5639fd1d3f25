using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace AppFlow.Fluent.Wire;

/// <summary>What the status and the headers of an answer say.</summary>
internal static class AnswerHead
{
    /// <summary>The <c>Date</c> as it came; null where there is none.</summary>
    public static string? Date(HttpResponseMessage response) => FirstValue(response.Headers, "Date");

    /// <summary>Whether the answer's date is that of another answer.</summary>
    public static bool IsFromCache(HttpResponseMessage response) => response.Headers.NonValidated.Contains("Age");

    /// <summary>
    /// Where an answer ends must not be a matter of opinion: what one reader takes for the next answer is part of this one for another.
    /// </summary>
    /// <exception cref="HttpRequestException">The head leaves it open.</exception>
    public static void RefuseUnclearLength(HttpResponseMessage response)
    {
        var headers = response.Content.Headers;
        if (!headers.NonValidated.TryGetValues("Content-Length", out var lengths))
        {
            return;
        }

        if (lengths.Count != 1 || headers.ContentLength is null or < 0)
        {
            throw new HttpRequestException(HttpRequestError.InvalidResponse, $"The answer's Content-Length is not one number: '{lengths}'.");
        }

        if (response.Headers.TransferEncodingChunked == true)
        {
            throw new HttpRequestException(
                HttpRequestError.InvalidResponse, "The answer has a Content-Length and a Transfer-Encoding, which contradict each other.");
        }
    }

    /// <summary>Whether an answer of this status has a body at all.</summary>
    public static bool HasBody(HttpResponseMessage response) =>
        (int)response.StatusCode >= 200
        && response.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified);

    /// <summary>The answer, with all but its body fit to be shown.</summary>
    public static WireAnswer Read(HttpResponseMessage response, ReadOnlyMemory<byte> body, Redaction redaction)
    {
        var answer = new WireAnswer(
            response.StatusCode,
            redaction.Name(FirstValue(response.Headers, "x-amzn-requestid") ?? FirstValue(response.Headers, "x-amz-request-id")),
            redaction.Name(FirstValue(response.Content.Headers, "content-type")),
            redaction.Name(FirstValue(response.Content.Headers, "content-encoding")),
            body);
        return answer.IsSuccess
            ? answer
            : answer with
            {
                Error = ErrorAnswer.Read(FirstValue(response.Headers, "x-amzn-errortype"), body.Span).Without(redaction),
                RetryAfter = RetryAfter(response),
            };
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response) =>
        long.TryParse(FirstValue(response.Headers, "x-amz-retry-after"), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? TimeSpan.FromMilliseconds(Math.Min(milliseconds, int.MaxValue))
            : null;

    private static string? FirstValue(HttpHeaders headers, string name)
    {
        if (headers.NonValidated.TryGetValues(name, out var values))
        {
            foreach (var value in values)
            {
                if (!string.IsNullOrWhiteSpace(value))
                {
                    return value;
                }
            }
        }

        return null;
    }
}
