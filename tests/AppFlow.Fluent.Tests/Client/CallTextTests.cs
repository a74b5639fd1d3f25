using System.Net;
using System.Net.Sockets;
using AppFlow.Fluent.Client;
using AppFlow.Fluent.Tests.Fakes;
using AppFlow.Fluent.Tests.Hostile;

namespace AppFlow.Fluent.Tests.Client;

/// <summary>Messages of logs and exceptions are whole sentences, even if values are missing, and say what to check first.</summary>
public sealed class CallTextTests
{
    [Fact]
    public async Task A_log_line_has_placeholders_without_an_answer_or_a_token()
    {
        using var log = new CapturingLoggerFactory();
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Lost, ScriptedNetwork.Error(503), () => Answers.Json(200, """{"connectors":[]}"""));
        using var client = FakeService.RetryingClient(network, new SkippingTime(), loggers: log);
        await ConnectorRegistration.List().SendAsync(client);

        Assert.Contains(log.Entries, entry => entry.Contains(
            "ListConnectors attempt 1 of 3 had no complete answer; the next one is in 25 ms (retry quota left 486, client token none): No complete answer",
            StringComparison.Ordinal));
        Assert.Contains(log.Entries, entry => entry.Contains(
            "ListConnectors attempt 2 of 3 was answered with 503, error code none; the next one is in 50 ms", StringComparison.Ordinal));
        AssertNoHoles(log);
    }

    [Fact]
    public async Task A_log_line_of_a_failed_call_has_placeholders()
    {
        using var log = new CapturingLoggerFactory();
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Error(418), ScriptedNetwork.Lost);
        using var client = FakeService.RetryingClient(network, new SkippingTime(), loggers: log, maxAttempts: 1);
        var refused = await Assert.ThrowsAsync<AppFlowException>(() => ConnectorRegistration.Unregister("orders").SendAsync(client));
        var lost = await Assert.ThrowsAsync<AppFlowTransportException>(() => ConnectorRegistration.Describe("orders").SendAsync(client));

        Says.All(refused.ToString(), "ErrorCode: none", "StatusCode: 418", "RequestId: none");
        Says.All(lost.ToString(), "ErrorCode: none", "StatusCode: none", "RequestId: none");
        AssertNoHoles(log);
    }

    [Theory]
    [InlineData(300, "300 ms")]
    [InlineData(1_500, "1.5 s")]
    [InlineData(100_000, "100 s")]
    [InlineData(600_000, "10 min")]
    [InlineData(32_400_000, "9 h")]
    [InlineData(864_000_000, "10 days")]
    public void A_duration_is_readable(int milliseconds, string text) =>
        Assert.Equal(text, DurationText.Of(TimeSpan.FromMilliseconds(milliseconds)));

    [Fact]
    public async Task A_refused_connection_on_this_machine_mentions_the_emulator()
    {
        // The port is bound, so that no other test gets it, but nothing listens on it.
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var client = Victim.Client(new Uri($"http://{closed.LocalEndPoint}"), maxAttempts: 1);
        var e = await Victim.FailAsync(client);

        Assert.Contains($"Does the emulator run there (appflow-emulator --port {((IPEndPoint)closed.LocalEndPoint!).Port})?", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_host_of_a_region_mentions_the_region()
    {
        using var network = ScriptedNetwork.Of(() => throw new HttpRequestException(HttpRequestError.NameResolutionError, "Name or service not known"));
        using var http = new HttpClient(network);
        using var regional = new AppFlowClient(
            new AppFlowClientOptions
            {
                Region = "eu-nowhere-9",
                Credentials = new Amazon.Runtime.BasicAWSCredentials(FakeService.AccessKey, FakeService.SecretKey),
                HttpClient = http,
                MaxAttempts = 1,
            },
            FakeService.Nothing,
            () => 0);
        using var custom = FakeService.Client(network);

        Assert.Contains("Does the region eu-nowhere-9 exist", (await Victim.FailAsync(regional)).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("region", (await Victim.FailAsync(custom)).Message, StringComparison.Ordinal);
    }

    private static void AssertNoHoles(CapturingLoggerFactory log) => Assert.All(
        log.Entries,
        entry =>
        {
            foreach (var hole in (string[])["''", "(null)", " :", "  ", ": ,", "with ("])
            {
                Assert.DoesNotContain(hole, entry.Split('{')[0], StringComparison.Ordinal);
            }
        });
}
