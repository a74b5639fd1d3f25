using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Hostile;

/// <summary>Answer headers that are unusual or not HTTP at all.</summary>
public sealed class StatusTests
{
    private const string Length = "Content-Length: 2\r\n\r\n{}";

    private static readonly Dictionary<string, Hostility> Heads = new Hostility[]
    {
        Hostility.Ended("nothing", [], "ended"),
        Hostility.Ended("no HTTP", Http.Bytes("220 mail.example ESMTP\r\n\r\n"), "220 mail.example"),
        Hostility.Ended("TLS alert", [0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x0A, .. "\r\n\r\n"u8], "status line"),
        Hostility.Ended("HTTP/2", [0, 0, 0x12, 4, 0, 0, 0, 0, 0, .. "\r\n\r\n"u8], "status line"),
        Hostility.Ended("HTTP/2 preface", Http.Bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), "PRI * HTTP/2.0"),
        Hostility.Ended("HTTP/2 status line", Http.Bytes($"HTTP/2 200 OK\r\n{Length}"), "HTTP/2 200"),
        Hostility.Ended("HTTP/9.9", Http.Bytes($"HTTP/9.9 200 OK\r\n{Length}"), "HTTP/9.9"),
        Hostility.Ended("two digits", Http.Bytes($"HTTP/1.1 20 OK\r\n{Length}"), "status code: '20 '"),
        Hostility.Ended("four digits", Http.Bytes($"HTTP/1.1 2000 OK\r\n{Length}"), "HTTP/1.1 2000"),
        Hostility.Ended("huge status", Http.Bytes($"HTTP/1.1 99999999999999999999 OK\r\n{Length}"), "99999999"),
        Hostility.Ended("negative status", Http.Bytes($"HTTP/1.1 -20 OK\r\n{Length}"), "status code: '-20'"),
        Hostility.Ended("status in words", Http.Bytes($"HTTP/1.1 two OK\r\n{Length}"), "status code: 'two'"),
        Hostility.Ended("no status", Http.Bytes($"HTTP/1.1\r\n{Length}"), "HTTP/1.1"),
        Hostility.Ended("header without colon", Http.Bytes($"HTTP/1.1 200 OK\r\nrubbish\r\n{Length}"), "rubbish"),
        Hostility.Ended("header without name", Http.Bytes($"HTTP/1.1 200 OK\r\n: rubbish\r\n{Length}"), "header"),
        Hostility.Ended("header with space", Http.Bytes($"HTTP/1.1 200 OK\r\na b: c\r\n{Length}"), "header"),
        Hostility.Ended("interim answers and no other", Http.Bytes("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 P\r\n\r\n"), "ended"),
        Hostility.Refused("status 0", 0, Http.Bytes($"HTTP/1.1 000 Zero\r\n{Length}"), "(0,"),
        Hostility.Refused("status 99", 99, Http.Bytes($"HTTP/1.1 099 Low\r\n{Length}"), "(99,"),
        Hostility.Refused("status 418", 418, Http.Bytes($"HTTP/1.1 418 Teapot\r\n{Length}"), "(418,"),
        Hostility.Refused("status 599", 599, Http.Bytes($"HTTP/1.1 599 High\r\n{Length}"), "(599,"),
        Hostility.Refused("status 600", 600, Http.Bytes($"HTTP/1.1 600 Higher\r\n{Length}"), "(600,"),
        Hostility.Refused("status 999", 999, Http.Bytes($"HTTP/1.1 999 Highest\r\n{Length}"), "(999,"),
        Hostility.Unreadable("204 without body", 204, Http.Bytes("HTTP/1.1 204 No Content\r\n\r\n"), "204 without connectorArn"),
        Hostility.Unreadable("205 with length 0", 205, Http.Bytes("HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n"), "205 without connectorArn"),
        Hostility.Unreadable("299", 299, Http.Bytes($"HTTP/1.1 299 Odd\r\n{Length}"), "299 without connectorArn"),
        Hostility.Refused("304 without body", 304, Http.Bytes("HTTP/1.1 304 Not Modified\r\n\r\n"), "(304)"),
        Hostility.Refused("304 with the length of what it leaves out", 304, Http.Bytes("HTTP/1.1 304 Not Modified\r\nContent-Length: 100\r\n\r\n"), "(304)"),
    }.ToDictionary(one => one.Name);

    public static TheoryData<string> Names => new(Heads.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public Task An_unusual_head_is_described(string name) => Victim.AssertFailsAsync(Heads[name]);

    [Theory]
    [InlineData("no HTTP")]
    [InlineData("status 599")]
    [InlineData("204 without body")]
    public Task Two_hundred_unusual_heads_leave_nothing_behind(string name) => Victim.AssertRecoversAsync(Heads[name]);

    [Fact]
    public async Task An_unrequested_protocol_switch_is_refused_and_its_connection_closed()
    {
        await using var server = new HostileServer(peer => peer.AnswerAsync(Http.Bytes("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n")));
        using var client = Victim.Client(server.Uri);
        var e = await Victim.FailAsync(client);

        Assert.Equal((typeof(AppFlowException), 101, 1, true), (e.GetType(), (int)e.StatusCode!, e.Attempts, e.MayHaveBeenApplied));
        await server.ClosedAsync(1);
    }

    [Theory]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\n", 1)]
    [InlineData("HTTP/1.1 102 Processing\r\n\r\n", 20)]
    [InlineData("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", 20)]
    [InlineData("HTTP/1.1 199 Odd\r\nContent-Length: 0\r\n\r\n", 1)]
    public async Task Interim_answers_are_skipped(string interim, int count)
    {
        await using var server = new HostileServer(peer => peer.ServeAsync(
            [.. Enumerable.Repeat(Http.Bytes(interim), count).SelectMany(bytes => bytes), .. Http.Healthy]));
        using var client = Victim.Client(server.Uri);
        for (var call = 0; call < 3; call++)
        {
            Assert.Equal(1, (await Victim.Request.SendAsync(client)).Attempts);
        }

        Assert.Equal(1, server.Accepted);
    }

    [Theory]
    [InlineData("HTTP/1.0 200 OK", true)]
    [InlineData("HTTP/1.0 200 OK", false)]
    [InlineData("HTTP/1.1 200", true)]
    [InlineData("HTTP/1.1 200 ", true)]
    [InlineData("HTTP/1.1 200 \u00e9\u0001", true)]
    public async Task A_success_in_an_old_or_unusual_form_is_read(string statusLine, bool hasLength)
    {
        await using var server = new HostileServer(async peer =>
        {
            await peer.AnswerAsync(hasLength ? Http.Answer(statusLine, Answers.Arn) : Http.Bytes($"{statusLine}\r\n\r\n{Answers.Arn}"));
            peer.End();
        });
        using var client = Victim.Client(server.Uri);

        Assert.Equal(Answers.ConnectorArn, (await Victim.Request.SendAsync(client)).ConnectorArn);
    }

    [Theory]
    [InlineData("204 No Content")]
    [InlineData("205 Reset Content")]
    public async Task An_operation_that_needs_no_body_accepts_a_success_without_one(string status)
    {
        await using var server = new HostileServer(peer => peer.ServeAsync(Http.Bytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n")));
        using var client = Victim.Client(server.Uri);

        Assert.Equal(1, (await ConnectorRegistration.Unregister("orders").SendAsync(client)).Attempts);
    }

    [Fact]
    public async Task A_body_that_must_not_exist_is_not_used_as_the_next_answer()
    {
        await using var server = new HostileServer(peer => peer.AnswerAsync([.. "HTTP/1.1 204 No Content\r\n\r\n"u8, .. Http.Healthy]));
        using var client = Victim.Client(server.Uri);
        var e = await Victim.FailAsync(client);

        Assert.Equal(204, (int)e.StatusCode!);
        await server.ClosedAsync(1);
    }
}
