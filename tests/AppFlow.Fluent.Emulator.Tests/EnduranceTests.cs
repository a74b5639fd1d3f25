using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using AppFlow.Fluent.Emulator.Http;
using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.Tests.Wire;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>What many, slow and large requests do to the process.</summary>
[Collection(nameof(RunsAlone))]
public sealed class EnduranceTests : IAsyncLifetime
{
    private TestEmulator _appflow = null!;

    public async Task InitializeAsync() => _appflow = await TestEmulator.StartAsync();

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Fact]
    public async Task What_was_sent_leaves_nothing_behind_a_reset()
    {
        await SendManyAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < 3; i++)
        {
            await SendManyAsync();
        }

        // Each round sends some 40 MB: whatever of it stayed would show.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 4 * 1024 * 1024);
    }

    [Fact]
    public void A_snapshot_of_100_000_requests_copies_references_alone()
    {
        var ledger = new RequestLedger();
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
    public void Requests_without_a_right_signature_are_kept_up_to_a_number()
    {
        var ledger = new RequestLedger();
        var entry = new LedgerEntry { Operation = "ListConnectors", Outcome = LedgerOutcome.Refused };
        for (var i = 0; i < RequestLedger.MostUnsigned + 5; i++)
        {
            ledger.AddUnsigned(entry);
        }

        ledger.AddReceived(entry);

        Assert.Equal(RequestLedger.MostUnsigned + 1, ledger.Received.Count);
    }

    [Fact]
    public async Task Connections_that_wait_shut_nobody_out()
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
        // Kestrel measures by a clock that cannot be replaced, so that only what it is told can be tested without waiting.
        var limits = new KestrelServerLimits();
        LoopbackServer.Limit(limits);

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
}
