using System.Globalization;
using System.Net.Http.Headers;

namespace AppFlow.Fluent.Wire;

/// <summary>The headers that are read from every answer.</summary>
/// <param name="Date">The <c>Date</c> as received; null if there is none.</param>
/// <param name="IsFromCache">Whether the date is that of an earlier answer, from a cache: there is an <c>Age</c>.</param>
/// <param name="RequestId">The service's id of the request as received, or null.</param>
/// <param name="Length">The length of the body, or null if it is not announced.</param>
internal readonly record struct UsualHeaders(string? Date, bool IsFromCache, string? RequestId, long? Length)
{
    /// <summary>Reads the headers in one pass: to look up a name costs more than to pass a few headers.</summary>
    /// <remarks>
    /// The end of an answer must be unambiguous: otherwise two readers could disagree about which bytes belong to the next answer.
    /// </remarks>
    /// <exception cref="HttpRequestException">The headers are ambiguous.</exception>
    public static UsualHeaders Of(HttpResponseMessage response)
    {
        string? date = null;
        string? requestId = null;
        string? otherRequestId = null;
        var isFromCache = false;
        var isEncoded = false;
        foreach (var (name, values) in response.Headers.NonValidated)
        {
            if (Is(name, "x-amzn-requestid"))
            {
                requestId = FirstValue(values);
            }
            else if (Is(name, "x-amz-request-id"))
            {
                otherRequestId = FirstValue(values);
            }
            else if (Is(name, "Date"))
            {
                date = FirstValue(values);
            }
            else
            {
                isFromCache |= Is(name, "Age");
                isEncoded |= Is(name, "Transfer-Encoding");
            }
        }

        return new UsualHeaders(date, isFromCache, requestId ?? otherRequestId, LengthOf(response.Content.Headers, isEncoded));
    }

    /// <summary>The first value that is not empty, or null.</summary>
    public static string? FirstValue(HeaderStringValues values)
    {
        foreach (var value in values)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                return value;
            }
        }

        return null;
    }

    private static long? LengthOf(HttpContentHeaders headers, bool isEncoded)
    {
        foreach (var (name, lengths) in headers.NonValidated)
        {
            if (!Is(name, "Content-Length"))
            {
                continue;
            }

            if (lengths.Count != 1 || !long.TryParse(lengths.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            {
                throw new HttpRequestException(HttpRequestError.InvalidResponse, $"The answer's Content-Length is not one number: '{lengths}'.");
            }

            return !isEncoded
                ? length
                : throw new HttpRequestException(
                    HttpRequestError.InvalidResponse, "The answer has a Content-Length and a Transfer-Encoding, which contradict each other.");
        }

        // Content of the caller's own handler may know its length without a header.
        return headers.ContentLength;
    }

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
