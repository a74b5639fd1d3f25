using AppFlow.Fluent.Client;
using AppFlow.Fluent.Client.Settings;
using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent;

/// <summary>
/// A connection to Amazon AppFlow in one region. It is thread-safe and meant to be reused: create one, send every request through it, and
/// dispose it at the end.
/// </summary>
public sealed class AppFlowClient : IAppFlowClient, IDisposable
{
    private const string SigningName = "appflow";

    private readonly CallPipeline _pipeline;
    private volatile bool _disposed;

    /// <summary>Creates a client from the environment: the same as with an empty <see cref="AppFlowClientOptions"/>.</summary>
    /// <inheritdoc cref="AppFlowClient(AppFlowClientOptions)"/>
    public AppFlowClient()
        : this(new AppFlowClientOptions())
    {
    }

    /// <summary>Creates a client. All settings are read here; credentials are looked up at the first call.</summary>
    /// <param name="options">Options that take precedence over the environment.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// An option is invalid: the endpoint is not an absolute http or https address, is plain http to another machine, or is combined with
    /// FIPS or dual stack; the region is not a region's name; the profile is in neither file; or the attempts or their time-out are out of
    /// range.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The environment or a profile has an invalid value, a profile file is malformed, one of the two keys is missing, or no region was
    /// found. The message names the source of the value and the valid values.
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

    /// <summary>Creates a client from its options alone: nothing in the process or on the machine affects it.</summary>
    internal static AppFlowClient FromOptionsOnly(AppFlowClientOptions options) => new(options, AmbientSettings.None, Random.Shared.NextDouble);

    /// <summary>
    /// The client of every <c>SendAsync</c> call without a client argument. It is created from the environment on first use, and can be
    /// replaced once, at start-up, before it is used.
    /// </summary>
    /// <remarks>
    /// Reading the property may block the thread while the client is created: finding the region may query the machine's metadata, which
    /// can take many seconds. <c>SendAsync</c> without a client waits asynchronously and can be cancelled.
    /// </remarks>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// Set: the default client was already replaced or used. Get: no region was found, or the environment or the profile has an invalid
    /// value; the message says what to set.
    /// </exception>
    public static IAppFlowClient Default
    {
        get => DefaultClient.OfProcess.Get();
        set => DefaultClient.OfProcess.Replace(value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>The address to which this client sends requests.</summary>
    public Uri Endpoint { get; }

    /// <summary>The region for which this client signs requests.</summary>
    public string Region { get; }

    /// <summary>
    /// Closes the connections. A call in progress makes no further attempt and fails with an <see cref="AppFlowException"/>: with an
    /// <see cref="AppFlowTransportException"/> if it waits for its answer, with the error of the last attempt if it waits between attempts.
    /// Later calls fail with an <see cref="ObjectDisposedException"/>. The client does not dispose
    /// <see cref="AppFlowClientOptions.HttpClient"/>.
    /// </summary>
    public void Dispose()
    {
        _disposed = true;
        _pipeline.Dispose();
    }

    /// <summary>Gets credentials as a call would, without making a call.</summary>
    internal async Task CheckCredentialsAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        await _pipeline.CheckCredentialsAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    /// <remarks>All errors, including those of the request or the client, are thrown when the task is awaited.</remarks>
    public Task<TResponse> SendAsync<TResponse>(AppFlowRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ServiceCall call;
        try
        {
            request.CheckComplete();
            ObjectDisposedException.ThrowIf(_disposed, this);
            var clientToken = request.TokenToSend();
            call = new ServiceCall(request.Operation, RequestJson.Write(request, clientToken), clientToken);
        }
        catch (Exception e)
        {
            return Task.FromException<TResponse>(e);
        }

        return _pipeline.SendAsync(call, request, cancellationToken);
    }
}
