using System.Net.Sockets;
using System.Text;
using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.Tests.Wire;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>The ledger as a stream of events.</summary>
public sealed class EventStreamTests : IAsyncLifetime
{
    private readonly WatchedClock _clock = new();

    private TestEmulator _appflow = null!;

    public async Task InitializeAsync() => _appflow = await TestEmulator.StartAsync(new AppFlowEmulatorOptions { TimeProvider = _clock });

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Fact]
    public async Task It_begins_with_what_comes_next_and_says_what_the_ledger_says()
    {
        await _appflow.RegisterAsync("before");
        using var events = await OpenAsync();
        await _appflow.RegisterAsync("orders", "pages\n\nof 500", clientToken: "t");

        const string Entry =
            """{"operation":"RegisterConnector","region":"us-east-1","connectorLabel":"orders","clientToken":"t","attempt":null,"invocationId":null,"outcome":"applied","error":null,"description":"pages\n\nof 500","lambdaArn":"arn:aws:lambda:us-east-1:123456789012:function:orders","fault":null}""";
        Assert.Equal(200, (int)events.Response.StatusCode);
        Assert.Equal("text/event-stream", events.Response.Content.Headers.ContentType!.ToString());
        Assert.True(events.Response.Headers.CacheControl!.NoStore);
        Assert.Equal("id: 3\nevent: applied\ndata: " + Entry, await events.ReadAsync());
        Assert.Equal("id: 4\nevent: received\ndata: " + Entry, await events.ReadAsync());
        Assert.Contains(Entry, (await _appflow.ControlAsync(HttpMethod.Get, "ledger")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("2", 3)]
    [InlineData("3", 4)]
    [InlineData("4", 5)]
    [InlineData("400", 5)]
    [InlineData("-1", 5)]
    [InlineData("x", 5)]
    [InlineData("99999999999999999999", 5)]
    public async Task It_begins_behind_the_event_that_the_reader_knows(string lastEventId, long first)
    {
        await _appflow.RegisterAsync("first");
        await _appflow.RegisterAsync("second");
        using var events = await OpenAsync(lastEventId);
        await _appflow.RegisterAsync("third");

        for (var id = first; id <= 6; id++)
        {
            string[] labels = ["first", "second", "third"];
            Assert.Equal((id, id % 2 == 1 ? "applied" : "received", labels[(id - 1) / 2]), await events.ReadEventAsync());
        }
    }

    [Fact]
    public async Task What_the_ledger_no_longer_holds_is_left_out()
    {
        await using var small = await TestEmulator.StartAsync(new AppFlowEmulatorOptions { LedgerEntries = 2 });
        foreach (var label in new[] { "first", "second", "third" })
        {
            await small.RegisterAsync(label);
        }

        using var events = await EventReader.OpenAsync(small.Emulator.Endpoint, "0");

        Assert.Equal((3, "applied", "second"), await events.ReadEventAsync());
        await small.ListAsync();
        Assert.Equal((4, "received", "second"), await events.ReadEventAsync());
        Assert.Equal((5, "applied", "third"), await events.ReadEventAsync());
    }

    [Fact]
    public async Task It_survives_a_reset_and_goes_on_counting()
    {
        using var events = await OpenAsync();
        await _appflow.RegisterAsync("before");
        _appflow.Emulator.Reset();
        await _appflow.RegisterAsync("after");

        foreach (var (id, kind, label) in new[] { (1, "applied", "before"), (2, "received", "before"), (3, "applied", "after"), (4, "received", "after") })
        {
            Assert.Equal((id, kind, label), await events.ReadEventAsync());
        }

        using var late = await OpenAsync("0");
        Assert.Equal((3, "applied", "after"), await late.ReadEventAsync());
    }

    [Fact]
    public async Task A_request_in_flight_at_a_reset_is_told_to_nobody()
    {
        _appflow.Emulator.SetFaults(new FaultPlan { Rules = [new() { Kind = FaultKind.Delay, Nth = 1, Delay = TimeSpan.FromSeconds(1) }] });
        var register = _appflow.RegisterAsync("orders");
        await _clock.NextWaitAsync();
        using var events = await OpenAsync();
        _appflow.Emulator.Reset();
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await register).ShouldSucceed();
        await _appflow.RegisterAsync("after");

        Assert.Equal("after", (await events.ReadEventAsync()).Label);
    }

    [Fact]
    public async Task A_comment_comes_every_fifteen_seconds()
    {
        using var events = await OpenAsync();
        for (var i = 0; i < 3; i++)
        {
            await _clock.NextWaitAsync();
            _clock.Advance(TimeSpan.FromSeconds(15));
            Assert.Equal(":", await events.ReadAsync());
        }

        await _clock.NextWaitAsync();
        _clock.Advance(TimeSpan.FromSeconds(14.9));
        await _appflow.RegisterAsync("orders");
        Assert.Equal("orders", (await events.ReadEventAsync()).Label);
    }

    [Fact]
    public async Task A_reader_too_far_behind_is_disconnected_and_holds_nobody_up()
    {
        const int Senders = 8;
        const int Requests = 24_000;
        var endpoint = _appflow.Emulator.Endpoint;
        using var slow = new TcpClient { ReceiveBufferSize = 4096 };
        await slow.ConnectAsync(endpoint.Host, endpoint.Port);
        await slow.GetStream().WriteAsync("GET /_emulator/events HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
        using var prompt = await OpenAsync();
        var seen = Task.Run(async () =>
        {
            while ((await prompt.ReadEventAsync()).Id < Requests)
            {
            }
        });

        // Unsigned requests are the cheapest requests that the ledger records.
        var request = Encoding.ASCII.GetBytes(
            $"POST /list-connectors HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\namz-sdk-invocation-id: {new string('i', 500)}\r\n\r\n{{}}");
        await Parallel.ForAsync(0, Senders, new ParallelOptions { MaxDegreeOfParallelism = Senders }, async (_, ended) =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync(endpoint.Host, endpoint.Port, ended);
            var answer = new byte[4096];
            for (var i = 0; i < Requests / Senders; i++)
            {
                await client.GetStream().WriteAsync(request, ended);
                Assert.NotEqual(0, await client.GetStream().ReadAsync(answer, ended));
            }
        });

        await seen.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(Requests, _appflow.Emulator.Received.Count);
        Assert.DoesNotContain($"id: {Requests}\n", await ReadToEndAsync(slow), StringComparison.Ordinal);
    }

    [Fact]
    public void A_follower_is_cut_off_when_more_than_ten_thousand_events_wait()
    {
        var feed = new LedgerFeed();
        var entry = new LedgerEntry { Operation = "ListConnectors", Outcome = LedgerOutcome.Applied };
        using var follower = feed.Follow();
        var events = new LedgerEvent[LedgerFeed.MaxBehind + 1];
        for (var i = 0; i < LedgerFeed.MaxBehind; i++)
        {
            feed.Publish(isApplied: false, entry);
        }

        Assert.False(follower.CutOff.IsCancellationRequested);
        Assert.Equal(LedgerFeed.MaxBehind, follower.Read(events));
        Assert.Equal(Enumerable.Range(1, LedgerFeed.MaxBehind), events.Take(LedgerFeed.MaxBehind).Select(read => (int)read.Id));
        Assert.Equal(0, follower.Read(events));

        for (var i = 0; i <= LedgerFeed.MaxBehind; i++)
        {
            Assert.False(follower.CutOff.IsCancellationRequested);
            feed.Publish(isApplied: false, entry);
        }

        Assert.True(follower.CutOff.IsCancellationRequested);
        Assert.Throws<OperationCanceledException>(() => follower.Read(events));
    }

    [Fact]
    public async Task An_open_stream_ends_with_the_program()
    {
        using var program = ToolProcess.Start("--port", "0");
        var endpoint = await program.ReadEndpointAsync();
        using var first = await EventReader.OpenAsync(endpoint);
        using var second = await EventReader.OpenAsync(endpoint, "0");

        var taken = await program.StopAsync();

        Assert.InRange(taken, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Null(await first.ReadAsync());
            Assert.Null(await second.ReadAsync());
        }
    }

    private static async Task<string> ReadToEndAsync(TcpClient client)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var received = new MemoryStream();
        try
        {
            await client.GetStream().CopyToAsync(received, timeout.Token);
        }
        catch (IOException)
        {
            // The connection was reset.
        }

        return Encoding.UTF8.GetString(received.ToArray());
    }

    private Task<EventReader> OpenAsync(string? lastEventId = null) => EventReader.OpenAsync(_appflow.Emulator.Endpoint, lastEventId);
}
