using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Http;
using AppFlow.Fluent.Emulator.Idempotency;
using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.Tests.Wire;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>How the process copes with many, slow and large requests.</summary>
[Collection(nameof(RunsAlone))]
public sealed class EnduranceTests : IAsyncLifetime
{
    private TestEmulator _appflow = null!;

    public async Task InitializeAsync() => _appflow = await TestEmulator.StartAsync();

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Fact]
    public async Task After_a_reset_earlier_requests_take_no_memory()
    {
        var held = new List<long>();
        for (var round = 0; round < 5; round++)
        {
            await SendManyAsync();
            held.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        // Each round sends about 40 MB. A leak grows in every round; the pools of the server grow in one of them, by some MB, and then stay.
        Assert.InRange(held.Zip(held.Skip(1), (earlier, later) => later - earlier).Min(), long.MinValue, 1024 * 1024);
    }

    [Fact]
    public void A_snapshot_of_100_000_requests_copies_only_references()
    {
        var ledger = new RequestLedger(capacity: 100_000);
        for (var i = 0; i < 100_000; i++)
        {
            ledger.AddReceived(new LedgerEntry { Operation = "ListConnectors", Outcome = LedgerOutcome.Applied });
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var received = ledger.Received;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(100_000, received.Count);
        Assert.InRange(allocated, 0, 900_000);
    }

    [Fact]
    public async Task Expired_tokens_and_failures_take_no_memory()
    {
        const int Tokens = 100_000;
        var clock = new FakeTimeProvider();
        var store = new IdempotencyStore(clock);
        async Task ClaimAsync(string token, byte[]? body)
        {
            using var claim = await store.ClaimAsync("UpdateConnectorRegistration", token, 1, CancellationToken.None);
            if (body is not null)
            {
                claim.Complete(body);
            }
        }

        await ClaimAsync("warm-up", [1]);
        byte[] body = [1];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Tokens; i++)
        {
            await ClaimAsync($"t{i}", body);
        }

        await ClaimAsync("failed", body: null);
        Assert.Equal(Tokens + 1, store.Count);
        var full = GC.GetTotalMemory(forceFullCollection: true);
        Assert.InRange((full - before) / Tokens, long.MinValue, 300);

        clock.Advance(IdempotencyStore.Lifetime);

        Assert.Equal(0, store.Count);
        Assert.InRange((full - GC.GetTotalMemory(forceFullCollection: true)) / Tokens, 100, long.MaxValue);
    }

    [Fact]
    public void A_page_costs_the_same_however_many_connectors_there_are()
    {
        var (few, many) = (new PageTimer(200), new PageTimer(100_000));
        few.Measure();
        many.Measure();

        // A page that looks at every connector before it takes about five hundred times as long. The two alternate, so that both see the
        // same noise.
        var ratios = Enumerable.Range(0, 31).Select(_ => many.Measure() / few.Measure()).Order().ToList();

        Assert.InRange(ratios[ratios.Count / 2], 0, 20);
    }

    [Fact]
    public void The_ledger_keeps_the_newest_of_each_kind()
    {
        var ledger = new RequestLedger(capacity: 3);
        for (var i = 1; i <= 5; i++)
        {
            ledger.AddReceived(new LedgerEntry { Operation = "ListConnectors", Outcome = LedgerOutcome.Refused, Attempt = i });
        }

        ledger.AddApplied(new LedgerEntry { Operation = "RegisterConnector", Outcome = LedgerOutcome.Applied });

        Assert.Equal([3, 4, 5], ledger.Received.Select(entry => entry.Attempt));
        Assert.Single(ledger.Applied);
    }

    [Fact]
    public async Task Waiting_connections_do_not_lock_out_new_ones()
    {
        var waiting = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 300; i++)
            {
                var client = new TcpClient();
                waiting.Add(client);
                await client.ConnectAsync(_appflow.Emulator.Endpoint.Host, _appflow.Emulator.Endpoint.Port);
                var begun = (i % 3) switch
                {
                    0 => "",
                    1 => "POST /list-connectors HTTP/1.1\r\nHost: x\r\n",
                    _ => "POST /list-connectors HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{",
                };
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begun));
            }

            (await _appflow.RegisterAsync("orders")).ShouldSucceed();
            Assert.Equal(200, (await _appflow.ControlAsync(HttpMethod.Get, "ledger")).Status);
        }
        finally
        {
            waiting.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public void Slow_senders_and_slow_readers_are_cut_off()
    {
        // Kestrel's clock cannot be replaced, so only the configured limits can be tested without waiting.
        var limits = new KestrelServerLimits();
        LoopbackHost.Limit(limits);

        Assert.Equal(TimeSpan.FromSeconds(10), limits.RequestHeadersTimeout);
        Assert.Equal((240, TimeSpan.FromSeconds(5)), (limits.MinRequestBodyDataRate!.BytesPerSecond, limits.MinRequestBodyDataRate.GracePeriod));
        Assert.Equal((240, TimeSpan.FromSeconds(5)), (limits.MinResponseDataRate!.BytesPerSecond, limits.MinResponseDataRate.GracePeriod));
        Assert.Equal(TimeSpan.FromSeconds(130), limits.KeepAliveTimeout);
        Assert.Null(limits.MaxConcurrentConnections);
    }

    [Fact]
    public async Task No_other_address_of_the_machine_listens()
    {
        var addresses = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .Where(address => !address.Equals(IPAddress.Loopback));
        foreach (var address in addresses)
        {
            using var client = new TcpClient(address.AddressFamily);

            await Assert.ThrowsAsync<SocketException>(() => client.ConnectAsync(address, _appflow.Emulator.Endpoint.Port));
        }
    }

    private async Task SendManyAsync()
    {
        var padding = new string('a', 100_000);
        await Parallel.ForAsync(0, 100, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            await _appflow.RegisterAsync($"label{i}", clientToken: $"t{i}");
            await _appflow.UpdateAsync($"label{i}", new string('a', 1024), $"u{i}");
            await _appflow.UpdateAsync(padding, padding);
            await _appflow.PostAsync("/register-connector", $$"""{"connectorLabel":"x{{i}}","unknown":"{{padding}}"}""");
            await _appflow.ControlAsync(HttpMethod.Put, "faults", $$"""{"rules":[],"unknown{{i}}":"{{padding}}"}""");
            await RawRequest.AbandonAsync(_appflow.Emulator.Endpoint, Encoding.ASCII.GetBytes($"POST /{padding[..5000]} HTTP/1.1\r\nHost: x\r\nX: "));
        });
        Assert.Equal(200, _appflow.Emulator.Applied.Count);
        _appflow.Emulator.Reset();
    }

    /// <summary>Requests a page in the middle of the given number of connectors.</summary>
    private sealed class PageTimer
    {
        private readonly ConnectorRegistry _registry = new(new ConnectorAccount("123456789012", "us-east-1"), TimeProvider.System);
        private readonly string _middle;

        public PageTimer(int connectors)
        {
            for (var i = 0; i < connectors; i++)
            {
                _registry.Register($"connector{i:D6}", null, TestEmulator.LambdaArn);
            }

            string? token = null;
            for (var i = 0; i < connectors / 2; i += 100)
            {
                token = _registry.List(100, token).NextToken;
            }

            _middle = token!;
        }

        /// <summary>How long several pages take, in milliseconds.</summary>
        public double Measure()
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < 50; i++)
            {
                Assert.Equal(50, _registry.List(50, _middle).Connectors.Count);
            }

            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
    }
}
