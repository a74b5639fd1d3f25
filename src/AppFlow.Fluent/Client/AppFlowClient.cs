using AppFlow.Fluent.Client;
using AppFlow.Fluent.Client.Settings;
using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent;

/// <summary>
/// A connection to Amazon AppFlow in one region. It is safe to use from many threads at once and meant to be kept: make one, send
/// every request through it, dispose of it at the end.
/// </summary>
public sealed class AppFlowClient : IAppFlowClient, IDisposable
{
    private const string SigningName = "appflow";

    private readonly CallPipeline _pipeline;
    private volatile bool _disposed;

    /// <summary>Makes a client from the environment: the same as with an empty <see cref="AppFlowClientOptions"/>.</summary>
    /// <inheritdoc cref="AppFlowClient(AppFlowClientOptions)"/>
    public AppFlowClient()
        : this(new AppFlowClientOptions())
    {
    }

    /// <summary>Makes a client. All settings are decided here; credentials are looked up at the first call.</summary>
    /// <param name="options">What to use instead of the environment's settings.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// An option cannot be: the endpoint is not an absolute http or https address, is plain http beyond this machine, or is combined with
    /// FIPS or dual stack; the region is not a region's name; the profile is in neither file; or the attempts or their time-out are out of
    /// their range.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The environment or a profile says what cannot be, one of the files of profiles is malformed, one of two keys is missing, or no region
    /// was found. The message says where it came from and what may stand there.
    /// </exception>
    public AppFlowClient(AppFlowClientOptions options)
        : this(options ?? throw new ArgumentNullException(nameof(options)), AmbientSettings.OfProcess, Random.Shared.NextDouble)
    {
    }

    internal AppFlowClient(AppFlowClientOptions options, AmbientSettings ambient, Func<double> random)
    {
        var settings = ClientSettings.Resolve(options, ambient);
        Endpoint = settings.Target.Endpoint;
        Region = settings.Target.Region;
        var timeProvider = options.TimeProvider ?? TimeProvider.System;
        var clock = new SigningClock(timeProvider);
        var logger = options.LoggerFactory is { } loggers ? new GuardedLogger(loggers.CreateLogger(Telemetry.Name)) : null;
        var limits = new AttemptLimits(settings.Attempts.Timeout, timeProvider);
        _pipeline = new CallPipeline(
            new HttpTransport(
                options.HttpClient ?? new HttpMessageInvoker(HttpTransport.CreateHandler(Endpoint)),
                ownsInvoker: options.HttpClient is null,
                new ServiceEndpoint(Endpoint),
                new RequestSigner(Region, SigningName),
                UserAgent.Of(settings.ApplicationId?.Value),
                clock),
            new CredentialsSource(options.Credentials, settings.Credentials, limits),
            clock,
            new RetryPolicy(settings.Attempts.MaxAttempts, random),
            limits,
            timeProvider,
            new CallObserver(logger, settings.Target, timeProvider));
        if (logger is not null)
        {
            settings.Report(logger);
        }
    }

    /// <summary>Makes a client of its options alone, which nothing that the process or the machine says can reach.</summary>
    internal static AppFlowClient OfOptionsAlone(AppFlowClientOptions options) => new(options, AmbientSettings.None, Random.Shared.NextDouble);

    /// <summary>
    /// The client of every <c>SendAsync</c> that is not given one. It is made from the environment on first use, and can be
    /// replaced once, at start-up, before it is used.
    /// </summary>
    /// <remarks>
    /// To read the property may block the thread while the client is made: to find a region, the machine's metadata may be asked, which can
    /// take many seconds. <c>SendAsync</c> without a client waits for it without a thread, no longer than its own cancellation token says.
    /// </remarks>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// Set: the default client was replaced or used before. Get: no region was found, or the environment or the profile says what cannot be;
    /// the message says what to set.
    /// </exception>
    public static IAppFlowClient Default
    {
        get => DefaultClient.OfProcess.Get();
        set => DefaultClient.OfProcess.Replace(value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>The address that this client calls.</summary>
    public Uri Endpoint { get; }

    /// <summary>The region that this client signs for.</summary>
    public string Region { get; }

    /// <summary>
    /// Closes the connections. A call under way makes no further attempt and fails with an <see cref="AppFlowException"/>: one that waits
    /// for its answer with an <see cref="AppFlowTransportException"/>, one that waits between attempts with the error of the last. Later
    /// calls fail with an <see cref="ObjectDisposedException"/>. An <see cref="AppFlowClientOptions.HttpClient"/> that was given stays open.
    /// </summary>
    public void Dispose()
    {
        _disposed = true;
        _pipeline.Dispose();
    }

    /// <summary>Gets credentials as a call would, and makes none.</summary>
    internal async Task CheckCredentialsAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        await _pipeline.CheckCredentialsAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The client was disposed of before.</exception>
    /// <remarks>What is wrong with the request or the client is told, as everything else, where the answer is awaited.</remarks>
    public Task<TResponse> SendAsync<TResponse>(AppFlowRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ServiceCall call;
        try
        {
            request.CheckComplete();
            ObjectDisposedException.ThrowIf(_disposed, this);
            request = request.ReadyToSend();
            call = new ServiceCall(request.Operation, RequestJson.Write(request), request.TokenToSend);
        }
        catch (Exception e)
        {
            return Task.FromException<TResponse>(e);
        }

        return _pipeline.SendAsync(call, request, cancellationToken);
    }
}
