using Amazon.Runtime;
using AppFlow.Fluent.Emulator.Connections;
using AppFlow.Fluent.Emulator.Control;
using AppFlow.Fluent.Emulator.Http;
using AppFlow.Fluent.Emulator.Signing;
using AppFlow.Fluent.Emulator.State;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AppFlow.Fluent.Emulator;

/// <summary>
/// A local Amazon AppFlow for the five operations of custom-connector registration. Any AWS client works with it: it verifies signatures,
/// validates every constraint of the service model, and keeps client tokens for eight hours as the service documents.
/// </summary>
/// <remarks>
/// <para>
/// It stands for one account in one region (or in any, <see cref="AppFlowEmulatorOptions.AnyRegion"/>), holds everything in memory, and listens
/// on 127.0.0.1 only. All members are thread-safe.
/// </para>
/// <para>
/// Tests can also control it with unsigned HTTP requests: <c>GET /_emulator/ledger</c>, <c>GET</c> and <c>PUT /_emulator/faults</c>,
/// <c>POST /_emulator/clock</c> with <c>{"advance":"08:00:01"}</c>, <c>POST /_emulator/reset</c>, and <c>GET /_emulator/health</c>, which
/// is answered as soon as the emulator serves requests; <c>GET /</c> lists them all. They do not appear in the ledger and no fault hits them.
/// In a browser, <c>/_emulator/</c> is the inspector: a page that shows all of this as it changes.
/// </para>
/// <para>
/// A request is refused if its <c>Host</c> is neither a loopback name nor listed in <see cref="AppFlowEmulatorOptions.AllowedHosts"/>, or
/// if it comes from a web page (it has an <c>Origin</c>). When the process reaches its limit of connections, the connection that has been
/// idle longest is closed. When memory for bodies runs out, a request whose body finds no room in time is answered with 408.
/// </para>
/// </remarks>
public sealed class AppFlowEmulator : IAsyncDisposable
{
    private readonly LoopbackHost _server;
    private readonly CurrentState _state;
    private readonly AppFlowEmulatorOptions _options;
    private readonly CancellationTokenSource _stopping;

    private AppFlowEmulator(
        LoopbackHost server, CurrentState state, AppFlowEmulatorOptions options, AWSCredentials credentials, CancellationTokenSource stopping)
    {
        _server = server;
        _state = state;
        _options = options;
        _stopping = stopping;
        Endpoint = server.Address;
        Credentials = credentials;
    }

    /// <summary>Where the emulator listens, such as <c>http://127.0.0.1:8321/</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>The credentials whose signature the emulator accepts.</summary>
    public AWSCredentials Credentials { get; }

    /// <summary>
    /// All requests whose path and method belong to an operation, successful or not, in the order in which they were answered; each is in
    /// the list before its answer is sent. Only the newest <see cref="AppFlowEmulatorOptions.LedgerEntries"/> are kept. A snapshot, which
    /// later requests do not change.
    /// </summary>
    public IReadOnlyList<LedgerEntry> Received => _state.Value.Ledger.Received;

    /// <summary>
    /// The requests that changed something (Register, Update and Unregister), in the order of the changes. Only the newest
    /// <see cref="AppFlowEmulatorOptions.LedgerEntries"/> are kept. A snapshot, which later requests do not change.
    /// </summary>
    public IReadOnlyList<LedgerEntry> Applied => _state.Value.Ledger.Applied;

    /// <summary>Starts an emulator without connectors.</summary>
    /// <param name="options">Its options; <see langword="null"/> for all defaults: any free port, key and secret <c>emulator</c>.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The emulator, listening. Disposing it closes its port and discards its state.</returns>
    /// <exception cref="ArgumentException">An option has an invalid value; the message names the option.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task<AppFlowEmulator> StartAsync(AppFlowEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new AppFlowEmulatorOptions();
        options.ThrowIfInvalid();

        var loggerFactory = options.LoggerFactory ?? NullLoggerFactory.Instance;
        var logger = loggerFactory.CreateLogger<AppFlowEmulator>();
        var state = CurrentState.Open(options, logger);
        try
        {
            return await StartAsync(options, state, loggerFactory, logger, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await state.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<AppFlowEmulator> StartAsync(
        AppFlowEmulatorOptions options, CurrentState state, ILoggerFactory loggerFactory, ILogger logger, CancellationToken cancellationToken)
    {
        var stopping = new CancellationTokenSource();
        var guard = new OriginGuard(options.AllowedHosts);
        var bodies = new BodyReader(new BodyMemory(ProcessLimits.LargeBodies()));
        var pipeline = new RequestPipeline(
            guard, bodies, new SignatureVerifier(options), state, options.TimeProvider, logger, options.RequestLog, stopping.Token);

        var control = new EmulatorControl(guard, bodies, state, options, stopping.Token);
        var server = await LoopbackHost.StartAsync(
            options.Port,
            context => EmulatorControl.IsMeantBy(context) ? control.HandleAsync(context) : pipeline.HandleAsync(context),
            new OpenConnections(ProcessLimits.Connections()),
            loggerFactory,
            cancellationToken).ConfigureAwait(false);
        AWSCredentials credentials = options.SessionToken is { } sessionToken
            ? new SessionAWSCredentials(options.AccessKey, options.SecretKey, sessionToken)
            : new BasicAWSCredentials(options.AccessKey, options.SecretKey);
        return new AppFlowEmulator(server, state, options, credentials, stopping);
    }

    /// <summary>
    /// Makes a client of this emulator, with its endpoint, region, credentials, clock and log, and else with the defaults: no variable, profile
    /// or file of the machine reaches it. It is the caller's to dispose. Where any region is accepted, it is one of <c>us-east-1</c>.
    /// </summary>
    public AppFlowClient CreateClient() => CreateClient(_options.IsAnyRegion ? AppFlowEmulatorOptions.DefaultRegion : _options.Region);

    /// <summary>Makes a client as <see cref="CreateClient()"/> does, of another region.</summary>
    /// <param name="region">
    /// The region that its requests are signed for, such as <c>eu-west-1</c>. The emulator refuses them unless it is its own, or any is accepted
    /// (<see cref="AppFlowEmulatorOptions.AnyRegion"/>).
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="region"/> is no region's name.</exception>
    public AppFlowClient CreateClient(string region) => AppFlowClient.FromOptionsOnly(new AppFlowClientOptions
    {
        Endpoint = Endpoint,
        Region = region,
        Credentials = Credentials,
        TimeProvider = _options.TimeProvider,
        LoggerFactory = _options.LoggerFactory,
    });

    /// <summary>Replaces the fault plan and resets all counters.</summary>
    /// <param name="plan">
    /// The plan; <see cref="FaultPlan.None"/> for no more faults. Requests in flight keep the faults of the old plan.
    /// </param>
    /// <exception cref="ArgumentException">A rule is invalid; the message names its index, the member and the valid values.</exception>
    public void SetFaults(FaultPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.ThrowIfInvalid(nameof(plan));
        _state.Value.Faults.Plan = plan;
    }

    /// <summary>
    /// Moves the emulator's clock forward. Client tokens expire by this clock, and answers take their times from it (<c>registeredAt</c>).
    /// </summary>
    /// <remarks>
    /// Signatures, the <c>Date</c> header and planned delays still use <see cref="AppFlowEmulatorOptions.TimeProvider"/>, so that clients
    /// whose own clock did not move keep working.
    /// </remarks>
    /// <param name="by">How far: zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative, or beyond the last year there is.</exception>
    public void AdvanceClock(TimeSpan by) => Wait(_state.AdvanceClockAsync(by));

    /// <summary>
    /// Returns to the state of a new emulator: no connectors, no client tokens, an empty ledger, no fault plan (not even that of the
    /// options) and a clock that was not advanced. A request in flight is completed with the state that it started with, and does not
    /// appear in the new ledger.
    /// </summary>
    public void Reset() => Wait(_state.ResetAsync());

    /// <summary>
    /// Closes the port. Requests in flight get two seconds to complete; those that wait in a planned delay end at once. Calling it again
    /// does nothing.
    /// </summary>
    /// <returns>A task that ends when the port is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        // Not disposed: it has no timer, and a second call could not cancel it afterwards.
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
        await _state.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>In memory it is over at once; a store of the tool is quick.</summary>
    private static void Wait(ValueTask change) => change.AsTask().GetAwaiter().GetResult();
}
