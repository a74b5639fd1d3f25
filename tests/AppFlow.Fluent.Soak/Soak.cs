using System.Diagnostics;
using System.Globalization;
using AppFlow.Fluent.Emulator;

namespace AppFlow.Fluent.Soak;

/// <summary>
/// Thousands of concurrent registrations and updates in a storm of faults. Every failure is continued with its client token; the service's
/// own ledger shows the outcome of each call.
/// </summary>
internal static class Soak
{
    public const string LambdaArn = "arn:aws:lambda:us-east-1:123456789012:function:orders-connector";

    // The first call of a label registers it, and two of its calls cannot succeed.
    private const int CallsPerLabel = 20;

    private const string EndOfReading = "end-of-reading-";

    public static Task<SoakReport> RunAsync(SoakOptions options, CancellationToken cancellationToken) =>
        RunAsync(options, progress: null, cancellationToken);

    /// <summary>Runs a soak and reports how many calls have ended so far.</summary>
    public static async Task<SoakReport> RunAsync(SoakOptions options, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var books = new SoakBooks();
        var world = options.Storm == SoakStorm.ClockJumps ? new WorldClock(options.Seed) : null;
        var appflow = await AppFlowEmulator.StartAsync(
            new AppFlowEmulatorOptions
            {
                Faults = Storm.Plan(options.Seed),
                TimeProvider = new StormTime(options.Seed, world),
                LedgerReader = books,
            },
            cancellationToken).ConfigureAwait(false);
        await using (appflow.ConfigureAwait(false))
        {
            var begun = Stopwatch.GetTimestamp();
            var restarted = options.RestartedCalls == 0
                ? Task.FromResult<(IReadOnlyList<string> First, IReadOnlyList<string> Second)>(([], []))
                : new RestartedProcess(appflow.Endpoint, options.RestartedCalls, options.Seed).RunAsync(cancellationToken);
            using var caller = new Caller(appflow, books, options, world);
            await AskAsync(caller, books, options, progress, cancellationToken).ConfigureAwait(false);
            var (first, second) = await restarted.ConfigureAwait(false);
            progress?.Report(options.RestartedCalls);
            var duration = Stopwatch.GetElapsedTime(begun);

            appflow.SetFaults(FaultPlan.None);
            world?.SleepNoMore();
            var (versions, applied) = await VersionsAsync(appflow, books, options, world, cancellationToken).ConfigureAwait(false);
            return new SoakReport(options, books, first, second, versions, applied)
            {
                Added = world?.Sleeps ?? caller.HiddenSends,
                Duration = duration,
            };
        }
    }

    private static async Task AskAsync(
        Caller caller, SoakBooks books, SoakOptions options, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var calls = options.Calls - options.RestartedCalls;
        using var places = new SemaphoreSlim(options.InFlight);

        // More concurrent labels than slots, so that no slot stays empty, but not all labels, because each holds its calls in memory.
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.InFlight, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, (calls + CallsPerLabel - 1) / CallsPerLabel, parallel, async (label, cancelled) =>
        {
            var asked = await AskOfLabelAsync(
                $"connector-{label}", Math.Min(CallsPerLabel, calls - (label * CallsPerLabel)), caller, places, cancelled).ConfigureAwait(false);
            books.Settle(asked);
            progress?.Report(asked.Count);
        }).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<RequestedCall>> AskOfLabelAsync(
        string label, int count, Caller caller, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        var asked = new List<RequestedCall> { Registration(label, canSucceed: true) };
        await InPlaceAsync(() => caller.RegisterAsync(asked[0], LambdaArn)).ConfigureAwait(false);
        if (asked[0].IsLeftOpen)
        {
            // It is not known whether the connector exists, so no further call can be judged.
            return asked;
        }

        var rest = new List<Task>();
        for (var i = 1; i < count; i++)
        {
            var call = i switch
            {
                1 => Registration(label, canSucceed: false),
                2 => Update("no-such-" + label, canSucceed: false),
                _ => Update(label, canSucceed: true),
            };
            asked.Add(call);
            var description = string.Create(CultureInfo.InvariantCulture, $"update {i}");
            var send = i == 1 ? () => caller.RegisterAsync(call, LambdaArn) : (Func<Task>)(() => caller.UpdateAsync(call, description));
            rest.Add(InPlaceAsync(send));
        }

        await Task.WhenAll(rest).ConfigureAwait(false);
        return asked;

        async Task InPlaceAsync(Func<Task> call)
        {
            await places.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await call().ConfigureAwait(false);
            }
            finally
            {
                places.Release();
            }
        }
    }

    private static RequestedCall Registration(string label, bool canSucceed) =>
        new() { Operation = "RegisterConnector", ConnectorLabel = label, CanSucceed = canSucceed };

    private static RequestedCall Update(string label, bool canSucceed) =>
        new() { Operation = "UpdateConnectorRegistration", ConnectorLabel = label, CanSucceed = canSucceed };

    /// <summary>
    /// The version of each connector, which counts its changes and is the service's second record, and the total number of changes. An
    /// abandoned attempt may still be in flight, so the list is read again until no change was applied during the read.
    /// </summary>
    private static async Task<(IReadOnlyDictionary<string, int> Versions, long Applied)> VersionsAsync(
        AppFlowEmulator appflow, SoakBooks books, SoakOptions options, WorldClock? world, CancellationToken cancellationToken)
    {
        using var client = new AppFlowClient(new AppFlowClientOptions
        {
            Endpoint = appflow.Endpoint,
            Credentials = appflow.Credentials,
            TimeProvider = world is null ? null : new StormTime(options.Seed, world),
            AttemptTimeout = Timeout.InfiniteTimeSpan,
        });
        for (var reading = 1; ; reading++)
        {
            var applied = books.Applied;
            var versions = new Dictionary<string, int>();
            await foreach (var connector in ConnectorRegistration.List().WithMaxResults(100).EnumerateAsync(client, cancellationToken).ConfigureAwait(false))
            {
                if (!connector.ConnectorLabel!.StartsWith(EndOfReading, StringComparison.Ordinal))
                {
                    versions[connector.ConnectorLabel] = (int)double.Parse(connector.ConnectorVersion!, CultureInfo.InvariantCulture);
                }
            }

            // Our own change comes after everything in the list, in the ledger too.
            await ConnectorRegistration.Register(string.Create(CultureInfo.InvariantCulture, $"{EndOfReading}{reading}"))
                .WithLambda(LambdaArn)
                .SendAsync(client, cancellationToken).ConfigureAwait(false);
            if (books.Applied == applied + 1)
            {
                return (versions, applied);
            }
        }
    }
}
