using Amazon.Runtime;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent;

/// <summary>How an <see cref="AppFlowClient"/> reaches the service. Everything is optional.</summary>
/// <remarks>The client copies what it needs when it is made: what is set afterwards changes nothing for it.</remarks>
public sealed class AppFlowClientOptions
{
    /// <summary>
    /// The region, for example <c>eu-central-1</c>. Unset: <c>AWS_REGION</c>, then <c>AWS_DEFAULT_REGION</c>, then the profile and
    /// the machine's metadata; with a custom endpoint and no region anywhere, <c>us-east-1</c> is signed.
    /// </summary>
    public string? Region { get; set; }

    /// <summary>
    /// The address to call instead of the region's own, for example that of a local emulator. Unset: <c>AWS_ENDPOINT_URL_APPFLOW</c>,
    /// then <c>AWS_ENDPOINT_URL</c>, then the public endpoint of the region. It may hold a path, but no query, fragment or user.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>
    /// Whose calls these are. Unset: AWSSDK.Core's default chain (environment, profile, container, instance), resolved once per
    /// client; the credentials themselves are asked for at each request, so that they can rotate.
    /// </summary>
    public AWSCredentials? Credentials { get; set; }

    /// <summary>
    /// The HTTP client to use; it stays the caller's to dispose. Its handler must not follow redirects (<c>AllowAutoRedirect = false</c>):
    /// a call that is redirected fails, and neither the body nor a session token goes to the other host. A handler that sends a request
    /// again by itself is noticed: whatever the last answer says, the call may have been applied. The limits on what a service may send are those of its handler, but for the body's length. Unset:
    /// the <see cref="AppFlowClient"/> makes one of its own.
    /// </summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// The most attempts of one call, from 1: one is the first, the others are retries after faults of the moment and throttling. Unset:
    /// <c>AWS_MAX_ATTEMPTS</c>, then <c>max_attempts</c> of the profile, then 3.
    /// See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html"/>.
    /// </summary>
    public int? MaxAttempts { get; set; }

    /// <summary>
    /// How long one attempt may take, from connecting to the end of the answer, and before it the wait for credentials; then it counts as lost, and the next one follows. At most
    /// 49 days; <see cref="Timeout.InfiniteTimeSpan"/> sets no limit. Unset: 100 seconds. An <see cref="HttpClient"/> that is given has a
    /// time-out of its own beside it.
    /// </summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>
    /// The clock that dates signatures, and that time-outs and the waits between attempts go by. Unset: <see cref="TimeProvider.System"/>.
    /// </summary>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>Whether to call the FIPS endpoint of the region. It cannot be combined with a custom endpoint.</summary>
    public bool? UseFips { get; set; }

    /// <summary>Whether to call the endpoint that answers on IPv4 and IPv6. It cannot be combined with a custom endpoint.</summary>
    public bool? UseDualStack { get; set; }

    /// <summary>
    /// Whether a custom endpoint beyond this machine may be plain <c>http</c>. Unset it may not: the signature protects the
    /// request from change, but neither hides it nor protects the answer.
    /// </summary>
    public bool AllowPlainHttp { get; set; }

    /// <summary>
    /// Where calls are logged: names, statuses, request ids and client tokens, never credentials or signatures. Unset: nowhere.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }
}
