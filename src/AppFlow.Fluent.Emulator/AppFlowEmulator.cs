using Amazon.Runtime;
using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Http;
using AppFlow.Fluent.Emulator.Idempotency;
using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.Signing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AppFlow.Fluent.Emulator;

/// <summary>
/// A local Amazon AppFlow for the five operations of custom-connector registration, against which any AWS client works: it verifies
/// signatures, validates every constraint of the service model, and keeps client tokens for eight hours as the service documents.
/// </summary>
/// <remarks>
/// It stands for one account in one region, holds everything in memory, and listens on 127.0.0.1 only. All members are thread-safe.
/// </remarks>
public sealed class AppFlowEmulator : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly RequestLedger _ledger;
    private readonly AppFlowEmulatorOptions _options;

    private AppFlowEmulator(LoopbackServer server, RequestLedger ledger, AppFlowEmulatorOptions options, AWSCredentials credentials)
    {
        _server = server;
        _ledger = ledger;
        _options = options;
        Endpoint = server.Address;
        Credentials = credentials;
    }

    /// <summary>Where the emulator listens, such as <c>http://127.0.0.1:8321/</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>The credentials whose signature the emulator accepts.</summary>
    public AWSCredentials Credentials { get; }

    /// <summary>
    /// The requests whose path and method are an operation's, whatever became of them, in the order in which they were answered; each is in
    /// the list before its answer leaves. A snapshot, which later requests do not change.
    /// </summary>
    public IReadOnlyList<LedgerEntry> Received => _ledger.Received;

    /// <summary>
    /// The requests that changed something (Register, Update and Unregister), in the order of the changes. A snapshot, which later requests
    /// do not change.
    /// </summary>
    public IReadOnlyList<LedgerEntry> Applied => _ledger.Applied;

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
        var ledger = new RequestLedger();
        var registry = new ConnectorRegistry(new ConnectorAccount(options.AccountId, options.Region), options.TimeProvider);
        var pipeline = new RequestPipeline(
            new SignatureVerifier(options),
            new ConnectorService(registry, new IdempotencyStore(options.TimeProvider), ledger),
            ledger,
            options.TimeProvider,
            loggerFactory.CreateLogger<AppFlowEmulator>());

        var server = await LoopbackServer.StartAsync(options.Port, pipeline.HandleAsync, loggerFactory, cancellationToken).ConfigureAwait(false);
        AWSCredentials credentials = options.SessionToken is { } sessionToken
            ? new SessionAWSCredentials(options.AccessKey, options.SecretKey, sessionToken)
            : new BasicAWSCredentials(options.AccessKey, options.SecretKey);
        return new AppFlowEmulator(server, ledger, options, credentials);
    }

    /// <summary>
    /// Makes a client of this emulator, with its endpoint, region, credentials, clock and log. It is the caller's to dispose.
    /// </summary>
    public AppFlowClient CreateClient() => new(new AppFlowClientOptions
    {
        Endpoint = Endpoint,
        Region = _options.Region,
        Credentials = Credentials,
        TimeProvider = _options.TimeProvider,
        LoggerFactory = _options.LoggerFactory,
    });

    /// <summary>Closes the port. Requests that are being answered get two seconds to end. Calling it again does nothing.</summary>
    /// <returns>A task that ends when the port is closed.</returns>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
