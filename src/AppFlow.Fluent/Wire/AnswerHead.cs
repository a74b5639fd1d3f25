using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace AppFlow.Fluent.Wire;

/// <summary>Reads the status of an answer, and the headers that matter only to some; see also <see cref="UsualHeaders"/>.</summary>
internal static class AnswerHead
{
    /// <summary>Whether an answer of this status has a body at all.</summary>
    public static bool HasBody(HttpResponseMessage response) =>
        (int)response.StatusCode >= 200
        && response.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified);

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

    private static string? FirstValue(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? UsualHeaders.FirstValue(values) : null;
}
