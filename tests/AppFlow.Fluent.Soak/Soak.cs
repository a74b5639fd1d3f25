using System.Globalization;
using AppFlow.Fluent.Emulator;

namespace AppFlow.Fluent.Soak;

/// <summary>
/// Thousands of concurrent registrations and updates through a storm of faults. Every failure is carried on with its client token; at the end
/// the service's own ledger tells what became of each.
/// </summary>
internal static class Soak
{
    public const string LambdaArn = "arn:aws:lambda:us-east-1:123456789012:function:orders-connector";

    // Of a label's calls the first registers it, and two cannot succeed.
    private const int CallsPerLabel = 20;

    public static async Task<SoakReport> RunAsync(SoakOptions options, CancellationToken cancellationToken)
    {
        var appflow = await AppFlowEmulator.StartAsync(
            new AppFlowEmulatorOptions { Faults = Storm.Plan(options.Seed), TimeProvider = new StormTime(options.Seed) }, cancellationToken)
            .ConfigureAwait(false);
        await using (appflow.ConfigureAwait(false))
        {
            var restarted = new RestartedProcess(appflow.Endpoint, options.RestartedCalls, options.Seed).RunAsync(cancellationToken);
            var asked = await AskAsync(appflow, options, cancellationToken).ConfigureAwait(false);
            var (first, second) = await restarted.ConfigureAwait(false);

            appflow.SetFaults(FaultPlan.None);
            return new SoakReport(
                options,
                asked,
                first,
                second,
                appflow.Received,
                appflow.Applied,
                await VersionsAsync(appflow, cancellationToken).ConfigureAwait(false));
        }
    }

    private static async Task<IReadOnlyList<AskedCall>> AskAsync(AppFlowEmulator appflow, SoakOptions options, CancellationToken cancellationToken)
    {
        var calls = options.Calls - options.RestartedCalls;
        using var caller = new Caller(appflow, options.Seed);
        using var places = new SemaphoreSlim(options.InFlight);
        var labels = Enumerable.Range(0, (calls + CallsPerLabel - 1) / CallsPerLabel)
            .Select(label => Task.Run(
                () => AskOfLabelAsync($"connector-{label}", Math.Min(CallsPerLabel, calls - (label * CallsPerLabel)), caller, places, cancellationToken),
                cancellationToken));
        return [.. (await Task.WhenAll(labels).ConfigureAwait(false)).SelectMany(asked => asked)];
    }

    private static async Task<IReadOnlyList<AskedCall>> AskOfLabelAsync(
        string label, int count, Caller caller, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        var asked = new List<AskedCall> { Registration(label, canSucceed: true) };
        await InPlaceAsync(() => caller.RegisterAsync(asked[0], LambdaArn)).ConfigureAwait(false);
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

    private static AskedCall Registration(string label, bool canSucceed) =>
        new() { Operation = "RegisterConnector", ConnectorLabel = label, CanSucceed = canSucceed };

    private static AskedCall Update(string label, bool canSucceed) =>
        new() { Operation = "UpdateConnectorRegistration", ConnectorLabel = label, CanSucceed = canSucceed };

    /// <summary>The version of each connector, which counts its changes: the service's own second book.</summary>
    private static async Task<IReadOnlyDictionary<string, int>> VersionsAsync(AppFlowEmulator appflow, CancellationToken cancellationToken)
    {
        using var client = new AppFlowClient(new AppFlowClientOptions { Endpoint = appflow.Endpoint, Credentials = appflow.Credentials });
        var versions = new Dictionary<string, int>();
        await foreach (var connector in ConnectorRegistration.List().WithMaxResults(100).EnumerateAsync(client, cancellationToken).ConfigureAwait(false))
        {
            versions[connector.ConnectorLabel!] = (int)double.Parse(connector.ConnectorVersion!, CultureInfo.InvariantCulture);
        }

        return versions;
    }
}
