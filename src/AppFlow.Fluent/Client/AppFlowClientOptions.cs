using Amazon.Runtime;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent;

/// <summary>How an <see cref="AppFlowClient"/> reaches the service. Everything is optional.</summary>
/// <remarks>
/// <para>The client copies the options when it is created; later changes do not affect it.</para>
/// <para>
/// Options that are not set come from the environment, then from the profile, as in the AWS SDKs: see
/// <see href="https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html"/>. An empty or blank value counts as not set, in
/// options, environment and profile alike. If an option is set, the other sources are not read.
/// </para>
/// </remarks>
public sealed class AppFlowClientOptions
{
    /// <summary>
    /// The region, for example <c>eu-central-1</c>, in lower case. Unset: <c>AWS_REGION</c>, then <c>AWS_DEFAULT_REGION</c>, then
    /// <c>region</c> of the profile and the machine's metadata; with a custom endpoint and no region anywhere, requests are signed for
    /// <c>us-east-1</c>.
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
    /// The credentials that sign the requests. Unset: those of <see cref="Profile"/> if it is set; otherwise AWSSDK.Core's default chain
    /// (environment, profile, container, instance), resolved once per client. The credentials themselves are fetched for each request, so
    /// that they can rotate.
    /// </summary>
    public AWSCredentials? Credentials { get; set; }

    /// <summary>
    /// The profile for settings that neither these options nor the environment give. Its credentials take precedence over those of the
    /// environment. Unset: <c>AWS_PROFILE</c>, then <c>default</c>. A named profile must exist in one of the two files that
    /// <c>AWS_CONFIG_FILE</c> and <c>AWS_SHARED_CREDENTIALS_FILE</c> name; the defaults are <c>~/.aws/config</c> and
    /// <c>~/.aws/credentials</c>.
    /// </summary>
    public string? Profile { get; set; }

    /// <summary>
    /// The application's name in the <c>User-Agent</c> of each call, as <c>app/…</c>, up to 50 characters. A longer one is sent, with one
    /// warning in the log; characters that an HTTP token may not hold become <c>-</c>. Unset: <c>AWS_SDK_UA_APP_ID</c>, then
    /// <c>sdk_ua_app_id</c> of the profile, then none.
    /// </summary>
    public string? ApplicationId { get; set; }

    /// <summary>
    /// The HTTP client to use; the caller disposes it. Its handler must not follow redirects (<c>AllowAutoRedirect = false</c>): a
    /// redirected call fails, and neither the body nor a session token is sent to the other host. If a handler resends a request by itself,
    /// the call may have been applied, whatever the last answer says. The handler limits what a service may send, except for the length of
    /// the body. Unset: the <see cref="AppFlowClient"/> creates its own.
    /// </summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// The maximum number of attempts of one call, from 1: the first one and retries after transient errors and throttling. Unset:
    /// <c>AWS_MAX_ATTEMPTS</c>, then <c>max_attempts</c> of the profile, then 3. See
    /// <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html"/>.
    /// </summary>
    public int? MaxAttempts { get; set; }

    /// <summary>
    /// How long one attempt may take, from connecting to the end of the answer; after that it counts as lost, and the next one follows. The
    /// wait for credentials before an attempt has the same limit. At most 49 days; <see cref="Timeout.InfiniteTimeSpan"/> sets no limit.
    /// Unset: 100 seconds. The time-out of <see cref="HttpClient"/>, if one is set, applies too.
    /// </summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>
    /// The clock for the dates of signatures, time-outs and the waits between attempts. Unset: <see cref="TimeProvider.System"/>.
    /// </summary>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>
    /// Whether to call the FIPS endpoint of the region. It cannot be combined with a custom endpoint, whatever the source of either. Unset:
    /// <c>AWS_USE_FIPS_ENDPOINT</c>, then <c>use_fips_endpoint</c> of the profile, then no.
    /// </summary>
    public bool? UseFips { get; set; }

    /// <summary>
    /// Whether to call the endpoint that answers on IPv4 and IPv6. It cannot be combined with a custom endpoint, whatever the source of
    /// either. Unset: <c>AWS_USE_DUALSTACK_ENDPOINT</c>, then <c>use_dualstack_endpoint</c> of the profile, then no.
    /// </summary>
    public bool? UseDualStack { get; set; }

    /// <summary>
    /// Whether a custom endpoint on another machine may use plain <c>http</c>. Off by default, because the signature protects the request
    /// from changes, but neither hides it nor protects the answer.
    /// </summary>
    public bool AllowPlainHttp { get; set; }

    /// <summary>
    /// Where calls are logged: names, statuses, request ids and client tokens, never credentials or signatures. Unset: nowhere.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>A copy of the options.</summary>
    internal AppFlowClientOptions Copy() => (AppFlowClientOptions)MemberwiseClone();
}
