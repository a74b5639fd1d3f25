using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace AppFlow.Fluent.Wire;

/// <summary>Signs attempts and carries them over HTTP.</summary>
internal sealed class HttpTransport(
    HttpMessageInvoker invoker,
    bool ownsInvoker,
    ServiceEndpoint endpoint,
    RequestSigner signer,
    SigningClock clock) : IDisposable
{
    private const string JsonMediaType = "application/json";

    private static readonly MediaTypeHeaderValue JsonContentType = new(JsonMediaType);

    /// <summary>No redirects, no cookies, connections renewed so that DNS changes are seen.</summary>
    public static SocketsHttpHandler CreateHandler(Uri baseUri) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,

        // A proxy from the environment is meant for the world outside, not for a server on this machine.
        UseProxy = !baseUri.IsLoopback,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(15),
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

        var message = new HttpRequestMessage(HttpMethod.Post, target.Uri) { Content = new ReadOnlyMemoryContent(request.Body) };
        message.Content.Headers.ContentType = JsonContentType;
        var headers = message.Headers;
        headers.TryAddWithoutValidation("Authorization", authorization);
        headers.TryAddWithoutValidation("x-amz-date", timestamp);
        if (credentials.UseToken)
        {
            headers.TryAddWithoutValidation("x-amz-security-token", credentials.Token);
        }

        headers.TryAddWithoutValidation("amz-sdk-invocation-id", request.InvocationId);
        headers.TryAddWithoutValidation("amz-sdk-request", AttemptHeader.Of(request.Attempt, request.MaxAttempts));
        headers.TryAddWithoutValidation("User-Agent", UserAgent.Value);
        return message;
    }

    /// <summary>The <c>Authorization</c> header of a signed request.</summary>
    public static string AuthorizationOf(HttpRequestMessage message) => message.Headers.NonValidated["Authorization"].ToString();

    /// <summary>Sends a signed request and reads its answer to the end.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<WireAnswer> ExchangeAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var sentTo = message.RequestUri;
        var sentAt = clock.LocalNow;
        using var response = await ExchangeHeadsAsync(message, cancellationToken).ConfigureAwait(false);

        // A handler that the user brought may follow redirects; what answers then is not who was asked.
        if (response.RequestMessage?.RequestUri is { } answered && answered != sentTo)
        {
            throw new FollowedRedirectException(answered);
        }

        clock.Learn(DateOf(response), response.Headers.NonValidated.Contains("Age"), sentAt, clock.LocalNow);
        var body = await AnswerBody.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        return new WireAnswer(
            response.StatusCode,
            FirstValue(response.Headers, "x-amzn-requestid") ?? FirstValue(response.Headers, "x-amz-request-id"),
            FirstValue(response.Headers, "x-amzn-errortype"),
            FirstValue(response.Content.Headers, "content-type"),
            body)
        {
            RetryAfter = response.IsSuccessStatusCode ? null : RetryAfterOf(response),
        };
    }

    public void Dispose()
    {
        if (ownsInvoker)
        {
            invoker.Dispose();
        }
    }

    // By itself an HttpClient reads the body before it gives the answer; an invoker never does, and costs less.
    private Task<HttpResponseMessage> ExchangeHeadsAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        invoker is HttpClient httpClient
            ? httpClient.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : invoker.SendAsync(message, cancellationToken);

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
