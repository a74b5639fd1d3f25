using System.Net;
using AppFlow.Fluent.Emulator.Http;
using AppFlow.Fluent.Emulator.Protocol;
using AppFlow.Fluent.Emulator.Tests.Wire;
using Microsoft.AspNetCore.Http;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>A web page knows the keys too, because they are public: it is recognised by its Host and its Origin.</summary>
public sealed class OriginGuardTests : IAsyncLifetime
{
    private TestEmulator _appflow = null!;

    public static TheoryData<string, bool> Hosts { get; } = new()
    {
        { "localhost", true },
        { "LocalHost:80", true },
        { "127.0.0.1", true },
        { "127.8.9.10:8321", true },
        { "[::1]:8321", true },
        { "AppFlow.Test", true },
        { "appflow.test:1", true },
        { "appflow.test.evil.example", false },
        { "evil.example", false },
        { "localhost.evil.example", false },
        { "127.0.0.1.evil.example", false },
        { "127.1", false },
        { "192.168.0.1", false },
        { "0.0.0.0", false },
        { "[::2]", false },
    };

    public async Task InitializeAsync() => _appflow = await TestEmulator.StartAsync(new AppFlowEmulatorOptions { AllowedHosts = ["appflow.test"] });

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_host_name_that_was_made_to_point_here_is_refused(string host, bool isAnswered)
    {
        var control = await Request("GET", "/_emulator/faults").With("Host", host).SendAsync();
        var signed = await Request("POST", "/list-connectors").With("Host", host).SignAndSendAsync();

        Assert.Equal(isAnswered ? 200 : 403, control.Status);
        if (isAnswered)
        {
            signed.ShouldSucceed();
        }
        else
        {
            signed.ShouldFail(403, "AccessDeniedException");
        }
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://localhost:8321")]
    [InlineData("null")]
    [InlineData("")]
    public async Task No_web_page_can_control_the_emulator(string origin)
    {
        await _appflow.RegisterAsync("orders");

        var reset = await Request("POST", "/_emulator/reset").With("Origin", origin).SendAsync();
        var unregister = await new RawRequest(_appflow.Emulator.Endpoint, "/unregister-connector", """{"connectorLabel":"orders"}""")
            .With("Origin", origin).SignAndSendAsync();

        Assert.Equal((403, "Refused: requests from web pages are not answered here."), (reset.Status, reset.Message));
        unregister.ShouldFail(403, "AccessDeniedException");
        Assert.Single(_appflow.Emulator.Applied);
        Assert.DoesNotContain(reset.Headers.Keys.Concat(unregister.Headers.Keys), name => name.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("localhost:8321", "http://localhost:8321", "/_emulator/faults", 200)]
    [InlineData("appflow.test", "http://appflow.test", "/_emulator/faults", 200)]
    [InlineData("localhost:8321", "http://localhost", "/_emulator/faults", 403)]
    [InlineData("localhost:8321", "http://LOCALHOST:8321", "/_emulator/faults", 403)]
    [InlineData("localhost:8321", "https://localhost:8321", "/_emulator/faults", 403)]
    [InlineData("localhost:8321", "http://localhost:8321", "/", 403)]
    [InlineData("evil.example", "http://evil.example", "/_emulator/faults", 403)]
    public async Task A_page_of_its_own_origin_may_make_control_requests(string host, string origin, string path, int status) =>
        Assert.Equal(status, (await Request("GET", path).With("Host", host).With("Origin", origin).SendAsync()).Status);

    [Fact]
    public async Task The_origin_is_checked_before_the_body_and_the_signature()
    {
        var request = new RawRequest(_appflow.Emulator.Endpoint, "/update-connector-registration", new string('x', 1024 * 1024 + 1)).With("Host", "evil.example");

        (await request.SendAsync()).ShouldFail(403, "AccessDeniedException");
        var entry = Assert.Single(_appflow.Emulator.Received);
        Assert.Equal(("AccessDeniedException", LedgerOutcome.Refused), (entry.Error, entry.Outcome));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("192.168.0.1", false)]
    [InlineData("::ffff:192.168.0.1", false)]
    [InlineData(null, false)]
    public void Only_this_machine_is_answered(string? remote, bool isAnswered)
    {
        var refusal = Record.Exception(() => new OriginGuard([]).ThrowIfForeign(Context(remote, "localhost"), ownOrigin: false));

        Assert.Equal(isAnswered, refusal is null);
    }

    [Theory]
    [InlineData("localhost:")]
    [InlineData("localhost", "localhost")]
    [InlineData("localhost:80:80")]
    [InlineData("[::1]x")]
    [InlineData("[::1")]
    [InlineData("")]
    [InlineData]
    public void An_invalid_host_is_not_loopback(params string[] hosts)
    {
        var refusal = Record.Exception(() => new OriginGuard([]).ThrowIfForeign(Context("127.0.0.1", hosts), ownOrigin: false));

        Assert.Equal(hosts is not ["localhost:"], refusal is ServiceException { StatusCode: 403 });
    }

    private static DefaultHttpContext Context(string? remote, params string[] hosts)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        context.Request.Headers.Host = hosts;
        return context;
    }

    private RawRequest Request(string method, string target) => new(_appflow.Emulator.Endpoint, target) { Method = method };
}
