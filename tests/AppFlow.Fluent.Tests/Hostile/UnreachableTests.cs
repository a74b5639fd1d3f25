using System.Net;
using System.Net.Sockets;

namespace AppFlow.Fluent.Tests.Hostile;

/// <summary>Services that cannot be reached: nothing is sent, and the message names the address.</summary>
public sealed class UnreachableTests
{
    [Fact]
    public async Task An_unknown_host_name_is_reported()
    {
        using var http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = (_, _) => throw new SocketException((int)SocketError.HostNotFound),
        });
        using var client = Victim.Client(new Uri("https://appflow.invalid"), http: http);

        await AssertNothingSentAsync(client, "appflow.invalid");
    }

    [Theory]
    [InlineData(64, 1)]
    [InlineData(60, 5)]
    public async Task An_impossible_host_name_fails_without_a_resolver(int length, int labels)
    {
        var host = string.Join('.', Enumerable.Repeat(new string('a', length), labels)) + ".invalid";
        using var client = Victim.Client(new Uri($"https://{host}"));

        await AssertNothingSentAsync(client, host);
    }

    [Fact]
    public async Task A_refused_connection_is_reported_with_its_address()
    {
        // The port is bound, so that no other test gets it, but nothing listens on it.
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var client = Victim.Client(new Uri($"http://{closed.LocalEndPoint}"));

        await AssertNothingSentAsync(client, "Connection refused", closed.LocalEndPoint!.ToString()!);
    }

    [Fact]
    public async Task Two_hundred_refused_connections_leave_nothing_behind()
    {
        using var port = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        port.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var client = Victim.Client(new Uri($"http://{port.LocalEndPoint}"), maxAttempts: 1);
        for (var failure = 0; failure < 200; failure++)
        {
            Assert.False((await Victim.FailAsync(client)).MayHaveBeenApplied);
        }

        port.Listen();
        var call = Victim.Request.SendAsync(client);
        using var accepted = await port.AcceptAsync();
        await using var stream = new NetworkStream(accepted);
        await Fakes.RequestReader.ReadAsync(stream, CancellationToken.None);
        await stream.WriteAsync(Http.Healthy);

        Assert.Equal(1, (await call).Attempts);
    }

    [Fact]
    public async Task A_proxy_that_refuses_to_connect_gets_no_request()
    {
        string? head = null;
        await using var proxy = new HostileServer(async peer =>
        {
            while (await peer.ReadRequestAsync() is { } asked)
            {
                head = asked;
                await peer.WriteAsync(Http.Answer("HTTP/1.1 403 Forbidden", "not you"));
            }
        });
        using var http = new HttpClient(new SocketsHttpHandler { Proxy = new WebProxy(proxy.Uri) });
        using var client = Victim.Client(new Uri("https://appflow.invalid"), http: http);

        await AssertNothingSentAsync(client, "proxy", "403");
        Assert.StartsWith("CONNECT appflow.invalid:443", head, StringComparison.Ordinal);
        Assert.DoesNotContain("authorization", head, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task AssertNothingSentAsync(AppFlowClient client, params string[] says)
    {
        var e = await Victim.FailAsync(client);

        Assert.Equal((typeof(AppFlowTransportException), 3, false, true), (e.GetType(), e.Attempts, e.MayHaveBeenApplied, e.IsRetryable));
        Says.All(e.Message, says);
        Assert.EndsWith("Nothing was sent.", e.Message, StringComparison.Ordinal);
    }
}
