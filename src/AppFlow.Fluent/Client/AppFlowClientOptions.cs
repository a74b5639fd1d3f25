using Amazon.Runtime;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent;

/// <summary>How an <see cref="AppFlowClient"/> reaches the service. Everything is optional.</summary>
/// <remarks>
/// <para>The client copies what it needs when it is made: what is set afterwards changes nothing for it.</para>
/// <para>
/// What is not set here comes from the environment, then from the profile, as the AWS SDKs have it: see
/// <see href="https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html"/>. Empty or white space is not set, here as there.
/// What is set here is not looked for elsewhere.
/// </para>
/// </remarks>
public sealed class AppFlowClientOptions
{
    /// <summary>
    /// The region, for example <c>eu-central-1</c>, in small letters. Unset: <c>AWS_REGION</c>, then <c>AWS_DEFAULT_REGION</c>, then
    /// <c>region</c> of the profile and the machine's metadata; with a custom endpoint and no region anywhere, <c>us-east-1</c> is signed.
    /// </summary>
    public string? Region { get; set; }

    /// <summary>
    /// The address to call instead of the region's own, for example that of a local emulator. Unset: <c>AWS_ENDPOINT_URL_APPFLOW</c>,
    /// then <c>AWS_ENDPOINT_URL</c>, then <c>appflow</c> in the <c>services</c> section of the profile, then its <c>endpoint_url</c>, all of them
    /// unless <c>AWS_IGNORE_CONFIGURED_ENDPOINT_URLS</c> or <c>ignore_configured_endpoint_urls</c> is true; then the public endpoint of the
    /// region. It may hold a path, but no query, fragment or user.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>
    /// Whose calls these are. Unset: those of <see cref="Profile"/> if it is set; else AWSSDK.Core's default chain (environment, profile,
    /// container, instance), resolved once per client; the credentials themselves are asked for at each request, so that they can rotate.
    /// </summary>
    public AWSCredentials? Credentials { get; set; }

    /// <summary>
    /// The profile that settings come from which neither these options nor the environment give, and credentials before the environment's.
    /// Unset: <c>AWS_PROFILE</c>, then <c>default</c>. A profile that is named must be in the files <c>AWS_CONFIG_FILE</c> or
    /// <c>AWS_SHARED_CREDENTIALS_FILE</c> name, which are <c>~/.aws/config</c> and <c>~/.aws/credentials</c> unless they are set.
    /// </summary>
    public string? Profile { get; set; }

    /// <summary>
    /// What the application calls itself in the <c>User-Agent</c> of each call, as <c>app/…</c>, up to 50 characters: a longer one is sent, with one
    /// warning in the log; what no HTTP token may hold becomes <c>-</c>. Unset: <c>AWS_SDK_UA_APP_ID</c>, then <c>sdk_ua_app_id</c> of the
    /// profile, then none.
    /// </summary>
    public string? ApplicationId { get; set; }

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

    /// <summary>
    /// Whether to call the FIPS endpoint of the region. It cannot be combined with a custom endpoint, wherever either is set. Unset:
    /// <c>AWS_USE_FIPS_ENDPOINT</c>, then <c>use_fips_endpoint</c> of the profile, then no.
    /// </summary>
    public bool? UseFips { get; set; }

    /// <summary>
    /// Whether to call the endpoint that answers on IPv4 and IPv6. It cannot be combined with a custom endpoint, wherever either is set. Unset:
    /// <c>AWS_USE_DUALSTACK_ENDPOINT</c>, then <c>use_dualstack_endpoint</c> of the profile, then no.
    /// </summary>
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

    /// <summary>The same options, to be changed without changing these.</summary>
    internal AppFlowClientOptions Copy() => (AppFlowClientOptions)MemberwiseClone();
}
