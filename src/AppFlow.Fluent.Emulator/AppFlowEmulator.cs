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
/// A local Amazon AppFlow for the five operations of custom-connector registration, against which any AWS client works: it verifies
/// signatures, validates every constraint of the service model, and keeps client tokens for eight hours as the service documents.
/// </summary>
/// <remarks>
/// <para>
/// It stands for one account in one region, holds everything in memory, and listens on 127.0.0.1 only. All members are thread-safe.
/// </para>
/// <para>
/// What a test can ask here it can ask over HTTP too, unsigned: <c>GET /_emulator/ledger</c>, <c>GET</c> and <c>PUT /_emulator/faults</c>,
/// <c>POST /_emulator/clock</c> with <c>{"advance":"08:00:01"}</c>, <c>POST /_emulator/reset</c>, and <c>GET /_emulator/health</c>, which is
/// answered once it serves; <c>GET /</c> names these and more. They are in no ledger and meet no fault. <c>/_emulator/</c> in a browser is the
/// inspector, a page that shows all of it and keeps up.
/// </para>
/// <para>
/// A request whose <c>Host</c> is neither loopback's nor listed in <see cref="AppFlowEmulatorOptions.AllowedHosts"/>, or that a web page makes
/// (it has an <c>Origin</c>), is refused. When connections or memory for bodies run out, by the process's own limits, the connection that has
/// been idle longest is closed, and a body that finds no place in time is answered with 408.
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
    /// The requests whose path and method are an operation's, whatever became of them, in the order in which they were answered; each is in
    /// the list before its answer leaves. The newest <see cref="AppFlowEmulatorOptions.LedgerEntries"/> of them are kept. A snapshot, which
    /// later requests do not change.
    /// </summary>
    public IReadOnlyList<LedgerEntry> Received => _state.Value.Ledger.Received;

    /// <summary>
    /// The requests that changed something (Register, Update and Unregister), in the order of the changes. The newest
    /// <see cref="AppFlowEmulatorOptions.LedgerEntries"/> of them are kept. A snapshot, which later requests do not change.
    /// </summary>
    public IReadOnlyList<LedgerEntry> Applied => _state.Value.Ledger.Applied;

    /// <summary>Starts an emulator that holds no connectors.</summary>
    /// <param name="options">How it is to run; <see langword="null"/> for all defaults: any free port, key and secret <c>emulator</c>.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>The emulator, listening. Disposing it closes its port and drops all it holds.</returns>
    /// <exception cref="ArgumentException">An option has a value that cannot be; the message names it.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task<AppFlowEmulator> StartAsync(AppFlowEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new AppFlowEmulatorOptions();
        options.ThrowIfInvalid();

        var loggerFactory = options.LoggerFactory ?? NullLoggerFactory.Instance;
        var state = new CurrentState(options);
        var stopping = new CancellationTokenSource();
        var guard = new OriginGuard(options.AllowedHosts);
        var bodies = new BodyReader(new BodyMemory(ProcessLimits.LargeBodies()));
        var pipeline = new RequestPipeline(
            guard, bodies, new SignatureVerifier(options), state, options.TimeProvider, loggerFactory.CreateLogger<AppFlowEmulator>(), stopping.Token);

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
    /// or file of the machine reaches it. It is the caller's to dispose.
    /// </summary>
    public AppFlowClient CreateClient() => AppFlowClient.OfOptionsAlone(new AppFlowClientOptions
    {
        Endpoint = Endpoint,
        Region = _options.Region,
        Credentials = Credentials,
        TimeProvider = _options.TimeProvider,
        LoggerFactory = _options.LoggerFactory,
    });

    /// <summary>Puts another fault plan in force, with all its counters at the start.</summary>
    /// <param name="plan">
    /// The plan; <see cref="FaultPlan.None"/> for no more faults. Requests in flight keep what the old one meant for them.
    /// </param>
    /// <exception cref="ArgumentException">A rule cannot be; the message names its index, the member, and what it must be.</exception>
    public void SetFaults(FaultPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.ThrowIfInvalid(nameof(plan));
        _state.Value.Faults.Plan = plan;
    }

    /// <summary>
    /// Moves the clock forward by which client tokens expire and by which answers tell when something happened (<c>registeredAt</c>).
    /// </summary>
    /// <remarks>
    /// The clock that dates signatures and the <c>Date</c> header, and on which planned delays wait, stays
    /// <see cref="AppFlowEmulatorOptions.TimeProvider"/>: clients whose own clock did not move go on working, eight hours later too.
    /// </remarks>
    /// <param name="by">How far: zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative, or beyond the last year there is.</exception>
    public void AdvanceClock(TimeSpan by) => _state.Value.Clock.Advance(by);

    /// <summary>
    /// Empties everything as if newly started: connectors, client tokens, ledger, the fault plan (also that of the options) and how far the
    /// clock was advanced. A request in flight ends by what held when it came, and is not in the new ledger.
    /// </summary>
    public void Reset() => _state.Reset();

    /// <summary>
    /// Closes the port. Requests that are being answered get two seconds to end, those that a planned delay holds end at once. Calling it again
    /// does nothing.
    /// </summary>
    /// <returns>A task that ends when the port is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        // It has no timer, so that there is nothing in it to dispose; and disposed, it could not be cancelled a second time.
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
    }
}
