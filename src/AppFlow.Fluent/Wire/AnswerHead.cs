using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace AppFlow.Fluent.Wire;

/// <summary>Reads the status and the headers of an answer.</summary>
internal static class AnswerHead
{
    /// <summary>The <c>Date</c> as received; null if there is none.</summary>
    public static string? Date(HttpResponseMessage response) => FirstValue(response.Headers, "Date");

    /// <summary>Whether the answer's date is that of an earlier answer, from a cache.</summary>
    public static bool IsFromCache(HttpResponseMessage response) => response.Headers.NonValidated.Contains("Age");

    /// <summary>The length of the body, or null if it is not announced.</summary>
    /// <remarks>
    /// The end of an answer must be unambiguous: otherwise two readers could disagree about which bytes belong to the next answer.
    /// </remarks>
    /// <exception cref="HttpRequestException">The headers are ambiguous.</exception>
    public static long? Length(HttpResponseMessage response)
    {
        var headers = response.Content.Headers;
        if (!headers.NonValidated.TryGetValues("Content-Length", out var lengths))
        {
            return headers.ContentLength;
        }

        var length = lengths.Count == 1 ? headers.ContentLength : null;
        if (length is null or < 0)
        {
            throw new HttpRequestException(HttpRequestError.InvalidResponse, $"The answer's Content-Length is not one number: '{lengths}'.");
        }

        if (response.Headers.TransferEncodingChunked == true)
        {
            throw new HttpRequestException(
                HttpRequestError.InvalidResponse, "The answer has a Content-Length and a Transfer-Encoding, which contradict each other.");
        }

        return length;
    }

    /// <summary>Whether an answer of this status has a body at all.</summary>
    public static bool HasBody(HttpResponseMessage response) =>
        (int)response.StatusCode >= 200
        && response.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified);

    /// <summary>The service's id of the request, or null.</summary>
    public static string? RequestId(HttpResponseMessage response) =>
        FirstValue(response.Headers, "x-amzn-requestid") ?? FirstValue(response.Headers, "x-amz-request-id");

    /// <summary>The media type, or null.</summary>
    public static string? ContentType(HttpResponseMessage response) => FirstValue(response.Content.Headers, "content-type");

    /// <summary>The content encoding, which was not requested and is not decoded, or null.</summary>
    public static string? ContentEncoding(HttpResponseMessage response) => FirstValue(response.Content.Headers, "content-encoding");

    /// <summary>The header that names an error, or null.</summary>
    public static string? ErrorType(HttpResponseMessage response) => FirstValue(response.Headers, "x-amzn-errortype");

    /// <summary>How long the service asks to wait before the next attempt.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response) =>
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
