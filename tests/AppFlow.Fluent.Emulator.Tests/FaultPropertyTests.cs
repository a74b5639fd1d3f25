using AppFlow.Fluent.Emulator.Tests.Wire;
using CsCheck;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>What holds under every plan, tested with many plans from a fixed seed.</summary>
public sealed class FaultPropertyTests : IAsyncLifetime
{
    private const string Update = "UpdateConnectorRegistration";

    private static readonly Gen<FaultRule> Rules =
        from kind in Gen.OneOfConst(Enum.GetValues<FaultKind>().Except([FaultKind.Delay]).ToArray())
        from operation in Gen.OneOfConst<string?>(null, Update, "DescribeConnector")
        from nth in Gen.Int[1, 10]
        from times in Gen.Int[1, 10]
        from probability in Gen.Double[0, 1]
        from isNth in Gen.Bool
        select new FaultRule
        {
            Kind = kind,
            Operation = operation,
            Nth = isNth ? nth : null,
            Times = times,
            Probability = isNth ? null : probability,
            StatusCode = kind is FaultKind.ErrorBeforeApplying or FaultKind.ErrorAfterApplying ? 400 + (nth * 19) : null,
            DateSkew = kind == FaultKind.SkewedDate ? TimeSpan.FromMinutes(nth) : null,
        };

    private static readonly Gen<FaultPlan> Plans =
        from seed in Gen.Int
        from rules in Rules.Array[1, 3]
        select new FaultPlan { Seed = seed, Rules = rules };

    private TestEmulator _appflow = null!;

    public async Task InitializeAsync() => _appflow = await TestEmulator.StartAsync();

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Fact]
    public async Task The_ledger_is_correct_under_any_plan()
    {
        var random = new PCG(1, 11);
        for (var i = 0; i < 100; i++)
        {
            await CheckAsync(Plans.Generate(random, null, out _), Gen.Int[0, 3].Array[20].Generate(random, null, out _));
        }
    }

    private async Task CheckAsync(FaultPlan plan, int[] tokens)
    {
        _appflow.Emulator.Reset();
        await _appflow.RegisterAsync("orders");
        _appflow.Emulator.SetFaults(plan);
        var answered = new List<bool>();
        foreach (var token in tokens)
        {
            answered.Add((await SendUpdateAsync(token)).Text.EndsWith("connector/orders\"}", StringComparison.Ordinal));
        }

        _appflow.Emulator.SetFaults(FaultPlan.None);
        var version = (await _appflow.DescribeAsync("orders")).Configuration.GetProperty("connectorVersion").GetString();
        var received = _appflow.Emulator.Received.Where(entry => entry.Operation == Update).ToList();
        var applied = _appflow.Emulator.Applied.Where(entry => entry.Operation == Update).ToList();

        Assert.True(version == $"{applied.Count + 1}.0", $"{plan}: version {version}, {applied.Count} applied");
        Assert.Equal(tokens.Length, received.Count);
        Assert.Equal(answered, received.Select(entry => entry.Outcome is LedgerOutcome.Applied or LedgerOutcome.Replayed));
        Assert.All(applied, entry => Assert.Contains(entry, received));
        Assert.All(applied.Where(entry => entry.ClientToken is not null).GroupBy(entry => entry.ClientToken), same => Assert.Single(same));
        Assert.Equal(
            received.Count(entry => entry.ClientToken is null && entry.Fault is not FaultKind.DropBeforeApplying and not FaultKind.ErrorBeforeApplying),
            applied.Count(entry => entry.ClientToken is null));
    }

    private Task<RawReply> SendUpdateAsync(int token) => new RawRequest(
        _appflow.Emulator.Endpoint,
        "/update-connector-registration",
        token == 0 ? """{"connectorLabel":"orders"}""" : $$"""{"connectorLabel":"orders","clientToken":"t{{token}}"}""").SignAndExchangeAsync();
}
