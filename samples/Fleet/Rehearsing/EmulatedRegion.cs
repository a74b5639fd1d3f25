using System.Globalization;
using AppFlow.Fluent;
using AppFlow.Fluent.Emulator;
using Fleet.Targets;

namespace Fleet.Rehearsing;

/// <summary>An account in a region, with connectors, emulated by a separate emulator.</summary>
internal sealed class EmulatedRegion : IAsyncDisposable
{
    private const int Parallel = 8;

    private readonly AppFlowEmulator _appflow;

    private EmulatedRegion(string account, string region, AppFlowEmulator appflow, IReadOnlyList<Target> targets) =>
        (Account, Region, _appflow, Targets) = (account, region, appflow, targets);

    public string Account { get; }

    public string Region { get; }

    /// <summary>Its connectors.</summary>
    public IReadOnlyList<Target> Targets { get; }

    public Uri Endpoint => _appflow.Endpoint;

    public IReadOnlyList<LedgerEntry> Received => _appflow.Received;

    public IReadOnlyList<LedgerEntry> Applied => _appflow.Applied;

    public static async Task<EmulatedRegion> StartAsync(string account, string region, int connectors, CancellationToken cancellationToken)
    {
        var appflow = await AppFlowEmulator.StartAsync(
            new AppFlowEmulatorOptions { AccountId = account, Region = region }, cancellationToken);
        var targets = Enumerable.Range(1, connectors)
            .Select(number => new Target(account, region, string.Create(CultureInfo.InvariantCulture, $"orders-{number:0000}"), Endpoint: appflow.Endpoint))
            .ToList();
        using var client = appflow.CreateClient();
        await System.Threading.Tasks.Parallel.ForEachAsync(
            targets,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (target, cancelled) => await ConnectorRegistration.Register(target.Label)
                .WithLambda($"arn:aws:lambda:{region}:{account}:function:orders-connector")
                .WithDescription("#release-41")
                .WithOperationId("release-41")
                .SendAsync(client, cancelled));
        return new EmulatedRegion(account, region, appflow, targets);
    }

    public void SetFaults(FaultPlan plan) => _appflow.SetFaults(plan);

    public void AdvanceClock(TimeSpan by) => _appflow.AdvanceClock(by);

    /// <summary>The version of each connector, which counts its changes and so confirms the ledger.</summary>
    public async Task<IReadOnlyDictionary<string, double>> VersionsAsync(CancellationToken cancellationToken)
    {
        var versions = new Dictionary<string, double>();
        using var client = _appflow.CreateClient();
        await foreach (var connector in ConnectorRegistration.List().WithMaxResults(100).EnumerateAsync(client, cancellationToken))
        {
            versions[connector.ConnectorLabel!] = double.Parse(connector.ConnectorVersion!, CultureInfo.InvariantCulture);
        }

        return versions;
    }

    public ValueTask DisposeAsync() => _appflow.DisposeAsync();
}
