using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Amazon.Runtime;

namespace AppFlow.Fluent.Wire;

/// <summary>Signs attempts and carries them over HTTP.</summary>
internal sealed class HttpTransport(
    HttpClient httpClient,
    bool ownsHttpClient,
    ServiceEndpoint endpoint,
    RequestSigner signer,
    SigningClock clock) : IDisposable
{
    private const string JsonMediaType = "application/json";

    // The service's own heads take less than one.
    private const int LongestHeadInKilobytes = 16;

    private static readonly MediaTypeHeaderValue JsonContentType = new(JsonMediaType);

    /// <summary>A client for one service address.</summary>
    public static HttpClient CreateHttpClient(Uri baseUri) => new(CreateHandler(baseUri)) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>No redirects, no cookies, connections renewed so that DNS changes are seen, and no patience with what is abandoned.</summary>
    public static SocketsHttpHandler CreateHandler(Uri baseUri) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,

        // A proxy from the environment is meant for the world outside, not for a server on this machine.
        UseProxy = !baseUri.IsLoopback,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(15),
        MaxResponseHeadersLength = LongestHeadInKilobytes,

        // An answer that is not read to its end is a wrong one: its connection is closed, not kept to read the rest.
        MaxResponseDrainSize = 0,
    };

    /// <summary>The signed HTTP request of one attempt.</summary>
    public HttpRequestMessage Sign(in WireRequest request, ImmutableCredentials credentials, DateTimeOffset now)
    {
        var target = endpoint.TargetOf(request.Operation);
        var timestamp = RequestSigner.FormatTimestamp(now);
        var authorization = credentials.UseToken
            ? signer.Sign(
                credentials,
                timestamp,
                target.CanonicalPath,
                [
                    new("content-type", JsonMediaType),
                    new("host", endpoint.Host),
                    new("x-amz-date", timestamp),
                    new("x-amz-security-token", credentials.Token),
                ],
                request.Body.Span)
            : signer.Sign(
                credentials,
                timestamp,
                target.CanonicalPath,
                [
                    new("content-type", JsonMediaType),
                    new("host", endpoint.Host),
                    new("x-amz-date", timestamp),
                ],
                request.Body.Span);

        var message = new HttpRequestMessage(HttpMethod.Post, target.Uri);
        message.Content = new SignedContent(message, request.Body);
        message.Content.Headers.ContentType = JsonContentType;
        var headers = message.Headers;
        headers.TryAddWithoutValidation("Authorization", authorization);
        headers.TryAddWithoutValidation("x-amz-date", timestamp);
        if (credentials.UseToken)
        {
            // A handler that follows a redirect with GET drops the body, and with it the body's headers.
            message.Content.Headers.TryAddWithoutValidation("x-amz-security-token", credentials.Token);
        }

        headers.TryAddWithoutValidation("amz-sdk-invocation-id", request.InvocationId);
        headers.TryAddWithoutValidation(
            "amz-sdk-request",
            string.Create(CultureInfo.InvariantCulture, $"attempt={request.Attempt}; max={request.MaxAttempts}"));
        headers.TryAddWithoutValidation("User-Agent", UserAgent.Value);
        return message;
    }

    /// <summary>What must not be shown of what comes back for a signed request.</summary>
    public static Redaction RedactionOf(HttpRequestMessage message, ImmutableCredentials credentials) =>
        new(credentials, message.Headers.NonValidated["Authorization"].ToString());

    /// <summary>Whether nobody asked for the body of a request, so that the service cannot have it.</summary>
    public static bool NeverLeft(HttpRequestMessage message) => message.Content is SignedContent { WasTaken: false };

    /// <summary>Sends a signed request and reads its answer to the end.</summary>
    public async Task<WireAnswer> ExchangeAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var sentTo = message.RequestUri;
        var sentAt = clock.LocalNow;
        using var response = await httpClient.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);

        // A handler that the user brought may follow redirects; what answers then is not who was asked.
        if (response.RequestMessage?.RequestUri is { } answered && answered != sentTo)
        {
            throw new FollowedRedirectException(answered);
        }

        clock.Learn(DateOf(response), response.Headers.NonValidated.Contains("Age"), sentAt, clock.LocalNow);
        RefuseUnclearLength(response);
        var body = HasNoBody(response.StatusCode)
            ? ReadOnlyMemory<byte>.Empty
            : await AnswerBody.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        return new WireAnswer(
            response.StatusCode,
            FirstValue(response.Headers, "x-amzn-requestid") ?? FirstValue(response.Headers, "x-amz-request-id"),
            FirstValue(response.Headers, "x-amzn-errortype"),
            FirstValue(response.Content.Headers, "content-type"),
            body)
        {
            ContentEncoding = FirstValue(response.Content.Headers, "content-encoding"),
            RetryAfter = response.IsSuccessStatusCode ? null : RetryAfterOf(response),
        };
    }

    public void Dispose()
    {
        if (ownsHttpClient)
        {
            httpClient.Dispose();
        }
    }

    // Where an answer ends must not be a matter of opinion: what one reader takes for the next answer is part of this one for another.
    private static void RefuseUnclearLength(HttpResponseMessage response)
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

    private static bool HasNoBody(HttpStatusCode status) =>
        (int)status < 200 || status is HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified;

    private static DateTimeOffset? DateOf(HttpResponseMessage response) =>
        DateTimeOffset.TryParseExact(
            FirstValue(response.Headers, "Date"), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response) =>
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
