using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace AppFlow.Fluent.Wire;

/// <summary>Signs attempts and sends them over HTTP.</summary>
internal sealed class HttpTransport(
    HttpMessageInvoker invoker,
    bool ownsInvoker,
    ServiceEndpoint endpoint,
    RequestSigner signer,
    string userAgent,
    SigningClock clock) : IDisposable
{
    /// <summary>The media type of every request.</summary>
    public const string JsonMediaType = "application/json";

    // The service's own headers take less than one.
    private const int LongestHeadInKilobytes = 16;

    private static readonly MediaTypeHeaderValue JsonContentType = new(JsonMediaType);

    /// <summary>How long a connection is kept, so that DNS changes take effect.</summary>
    public static TimeSpan ConnectionLifetime => TimeSpan.FromMinutes(5);

    /// <summary>
    /// No redirects, no cookies, connections renewed so that DNS changes take effect, and no draining of abandoned answers.
    /// </summary>
    // A proxy from the environment is for other machines, not for a server on this machine.
    public static SocketsHttpHandler CreateHandler(Uri baseUri) => CreateHandler(useProxy: !baseUri.IsLoopback);

    /// <inheritdoc cref="CreateHandler(Uri)"/>
    public static SocketsHttpHandler CreateHandler(bool useProxy) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseProxy = useProxy,
        PooledConnectionLifetime = ConnectionLifetime,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        MaxResponseHeadersLength = LongestHeadInKilobytes,

        // An answer that is not read to its end is invalid: its connection is closed instead of draining the rest.
        MaxResponseDrainSize = 0,
    };

    /// <summary>The signed HTTP request of one attempt.</summary>
    /// <param name="request">The attempt.</param>
    /// <param name="credentials">The credentials to sign with.</param>
    /// <param name="time">The time to date the signature with.</param>
    public SignedRequest Sign(in WireRequest request, ImmutableCredentials credentials, SigningTime time)
    {
        var target = endpoint.TargetOf(request.Operation);
        var timestamp = RequestSigner.FormatTimestamp(SigningClock.Corrected(time.Local, time.Skew));
        var authorization = credentials.UseToken
            ? signer.Sign(credentials, timestamp, target.HeadWithToken, [timestamp, credentials.Token], request.Body)
            : signer.Sign(credentials, timestamp, target.Head, [timestamp], request.Body);

        var message = new SignedRequest(target.Uri, credentials, authorization, time);
        message.Content = new SignedContent(message, request.Body);
        message.Content.Headers.ContentType = JsonContentType;
        if (credentials.UseToken)
        {
            // As a content header, which no redirect repeats; on the wire there is no difference.
            message.Content.Headers.TryAddWithoutValidation("x-amz-security-token", credentials.Token);
        }

        var headers = message.Headers;
        headers.TryAddWithoutValidation("Authorization", authorization);
        headers.TryAddWithoutValidation("x-amz-date", timestamp);
        headers.TryAddWithoutValidation("amz-sdk-invocation-id", request.InvocationId);
        headers.TryAddWithoutValidation("amz-sdk-request", AttemptHeader.Of(request.Attempt, request.MaxAttempts));
        headers.TryAddWithoutValidation("User-Agent", userAgent);
        return message;
    }

    /// <summary>Sends a signed request, and returns the answer as soon as its headers have arrived.</summary>
    // An HttpClient reads the body before it returns the answer by default; an invoker never does, and costs less.
    public Task<HttpResponseMessage> SendAsync(SignedRequest request, CancellationToken cancellationToken) =>
        invoker is HttpClient httpClient
            ? httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : invoker.SendAsync(request, cancellationToken);

    /// <summary>Reads the answer to its end.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<WireAnswer> ReadAsync(SignedRequest request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // The caller's handler may follow redirects; then another host has answered.
        if (response.RequestMessage?.RequestUri is { } answered && answered != request.Target)
        {
            throw new FollowedRedirectException(answered);
        }

        // Requests that a handler sent instead of this one are not counted here.
        if (response.RequestMessage is { } sent && sent != request)
        {
            (request.Content as SignedContent)?.WasCopied();
        }

        var receivedAt = clock.LocalNow;
        var headers = UsualHeaders.Of(response);

        // Our own connections return the body as a stream; the content of another handler may have to be copied into one.
        var body = AnswerHead.HasBody(response)
            ? await AnswerBody.ReadAsync(response.Content, isStream: ownsInvoker, headers.Length, cancellationToken).ConfigureAwait(false)
            : [];
        var answer = new WireAnswer(response, headers.RequestId, body, request);
        clock.Learn(headers.Date, headers.IsFromCache, request.Time, receivedAt, ErrorKinds.MayBeClockSkew(answer.Code));
        return answer;
    }

    public void Dispose()
    {
        if (ownsInvoker)
        {
            invoker.Dispose();
        }
    }
}
