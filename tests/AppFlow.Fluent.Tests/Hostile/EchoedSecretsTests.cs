using System.Diagnostics;
using Amazon.Runtime;
using AppFlow.Fluent.Client;
using AppFlow.Fluent.Tests.Fakes;
using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Tests.Hostile;

/// <summary>A service that echoes the request wherever it can: no secret is shown, and nothing shown is long.</summary>
public sealed class EchoedSecretsTests
{
    private static readonly Dictionary<string, Func<string, string>> Places = new()
    {
        ["request id"] = secret => $"HTTP/1.1 400 No\r\nx-amzn-requestid: id {secret}\r\nContent-Length: 2\r\n\r\n{{}}",
        ["other request id"] = secret => $"HTTP/1.1 400 No\r\nx-amz-request-id: id {secret}\r\nContent-Length: 2\r\n\r\n{{}}",
        ["request id of an unreadable success"] = secret => $"HTTP/1.1 200 OK\r\nx-amzn-requestid: id {secret}\r\nContent-Length: 2\r\n\r\n[]",
        ["request id of a success without its member"] = secret => $"HTTP/1.1 200 OK\r\nx-amzn-requestid: id {secret}\r\nContent-Length: 2\r\n\r\n{{}}",
        ["error type"] = secret => $"HTTP/1.1 400 No\r\nx-amzn-errortype: {secret.Replace(':', '.')}\r\nContent-Length: 2\r\n\r\n{{}}",
        ["content type"] = secret => $"HTTP/1.1 400 No\r\nContent-Type: text/{secret}\r\nContent-Length: 2\r\n\r\n{{}}",
        ["content encoding"] = secret => $"HTTP/1.1 400 No\r\nContent-Encoding: {secret}\r\nContent-Length: 2\r\n\r\n{{}}",
        ["status line"] = secret => $"HTTP/1.1 2000 {secret}\r\n\r\n",
        ["header"] = secret => $"HTTP/1.1 200 OK\r\nno header {secret}\r\n\r\n",
        ["length"] = secret => $"HTTP/1.1 200 OK\r\nContent-Length: {secret}\r\n\r\n",
        ["chunk"] = secret => $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{secret}\r\n",
        ["member"] = secret => $"HTTP/1.1 200 OK\r\n\r\n{{\"{secret}\":x}}",
        ["literal"] = secret => $"HTTP/1.1 200 OK\r\n\r\n{{\"connectorArn\":nul{secret}}}",
        ["message"] = secret => $"HTTP/1.1 400 No\r\n\r\n{{\"message\":\"{secret}\"}}",
        ["redirect"] = secret => $"HTTP/1.1 307 T\r\nLocation: http://{secret}.invalid/{secret}\r\nContent-Length: 0\r\n\r\n",
    };

    public static TheoryData<string> Names => new(Places.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_secret_is_shown(string place)
    {
        var secrets = new List<string> { FakeService.SecretKey, FakeService.SessionToken };
        await using var server = new HostileServer(async peer =>
        {
            var signature = SignatureIn(await peer.ReadRequestAsync());
            lock (secrets)
            {
                secrets.Add(signature);
            }

            await peer.WriteAsync(Places[place]($"{FakeService.SecretKey} {FakeService.SessionToken} {signature}"));
            peer.End();
        });
        var shown = await ShownAsync(server.Uri);

        Assert.InRange(secrets.Count, 3, 5);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, shown, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Everything_shown_is_short(string place)
    {
        await using var server = new HostileServer(async peer =>
        {
            await peer.ReadRequestAsync();
            await peer.WriteAsync(Places[place](new string('q', 12_000)));
            peer.End();
        });
        var shown = await ShownAsync(server.Uri);

        Assert.DoesNotContain(new string('q', Redaction.LongestText + 1), shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_request_id_of_a_response_is_redacted_and_short()
    {
        var length = 10;
        await using var server = new HostileServer(async peer =>
        {
            while (await peer.ReadRequestAsync() is { } head)
            {
                await peer.WriteAsync(Http.Answer(
                    $"HTTP/1.1 200 OK\r\nx-amzn-requestid: {SignatureIn(head)}{FakeService.SessionToken}\u0001{new string('i', length)}", Answers.Arn));
            }
        });
        using var client = Victim.Client(server.Uri);

        Assert.Equal("******\uFFFDiiiiiiiiii", (await Victim.Request.SendAsync(client)).RequestId);
        length = 5000;
        Assert.Equal("******\uFFFD" + new string('i', Redaction.LongestName - 7) + "…", (await Victim.Request.SendAsync(client)).RequestId);
    }

    [Fact]
    public void A_text_is_not_cut_inside_a_character()
    {
        var redaction = new Redaction(new ImmutableCredentials("a", "b", null), "Signature=" + new string('0', 64));

        Assert.Equal(new string('x', Redaction.LongestName - 1) + "…", redaction.Name(new string('x', Redaction.LongestName - 1) + "😀"));
        Assert.Equal(new string('x', Redaction.LongestName), redaction.Name(new string('x', Redaction.LongestName)));
        Assert.Null(redaction.Name(null));
    }

    /// <summary>Everything that a caller, a log and a trace see of a failed call.</summary>
    private static async Task<string> ShownAsync(Uri endpoint)
    {
        using var log = new CapturingLoggerFactory();
        var traced = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("server.port") is int port && port == endpoint.Port)
                {
                    traced.Add(activity.StatusDescription ?? "");
                    traced.AddRange(activity.TagObjects.Select(tag => $"{tag}"));
                    traced.AddRange(activity.Events.SelectMany(one => one.Tags).Select(tag => $"{tag}"));
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var client = new AppFlowClient(
            new AppFlowClientOptions
            {
                Endpoint = endpoint,
                Credentials = new SessionAWSCredentials(FakeService.AccessKey, FakeService.SecretKey, FakeService.SessionToken),
                LoggerFactory = log,
                TimeProvider = new SkippingTime(),
                AttemptTimeout = Timeout.InfiniteTimeSpan,
            },
            FakeService.Nothing,
            () => 0);
        var e = await Victim.FailAsync(client);

        Assert.NotEmpty(traced);
        return string.Join('\n', [e.ToString(), e.Message, e.ErrorCode ?? "", e.RequestId ?? "", .. log.Entries, .. traced]);
    }

    private static string SignatureIn(string? head) => head!.Split("Signature=")[1].Split("\r\n")[0];
}
