using System.Net;
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

    // The service's own heads take less than one.
    private const int LongestHeadInKilobytes = 16;

    private static readonly MediaTypeHeaderValue JsonContentType = new(JsonMediaType);

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
            headers.TryAddWithoutValidation("x-amz-security-token", credentials.Token);
        }

        headers.TryAddWithoutValidation("amz-sdk-invocation-id", request.InvocationId);
        headers.TryAddWithoutValidation("amz-sdk-request", AttemptHeader.Of(request.Attempt, request.MaxAttempts));
        headers.TryAddWithoutValidation("User-Agent", UserAgent.Value);
        return message;
    }

    /// <summary>What must not be shown of what comes back for a signed request.</summary>
    public static Redaction RedactionOf(HttpRequestMessage message, ImmutableCredentials credentials) =>
        new(credentials, message.Headers.NonValidated["Authorization"].ToString());

    /// <summary>Whether nobody asked for the body of a request, so that the service cannot have it.</summary>
    public static bool NeverLeft(HttpRequestMessage message) => message.Content is SignedContent { WasTaken: false };

    /// <summary>Sends a signed request and reads its answer to the end.</summary>
    /// <param name="message">The request.</param>
    /// <param name="redaction">What must not be shown of the answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<WireAnswer> ExchangeAsync(HttpRequestMessage message, Redaction redaction, CancellationToken cancellationToken)
    {
        var sentTo = message.RequestUri;
        var sentAt = clock.LocalNow;
        using var response = await ExchangeHeadsAsync(message, cancellationToken).ConfigureAwait(false);

        // A handler that the user brought may follow redirects; what answers then is not who was asked.
        if (response.RequestMessage?.RequestUri is { } answered && answered != sentTo)
        {
            throw new FollowedRedirectException(answered);
        }

        clock.Learn(AnswerHead.Date(response), AnswerHead.IsFromCache(response), sentAt, clock.LocalNow);
        AnswerHead.RefuseUnclearLength(response);
        var body = AnswerHead.HasBody(response)
            ? await AnswerBody.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false)
            : [];
        return AnswerHead.Read(response, body, redaction);
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
}
