using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Hostile;

/// <summary>Answers with an ambiguous end: none of their bytes is ever used as the answer of another call.</summary>
public sealed class FramingTests
{
    // Some of them are complete for a reader that trusts one of two contradicting headers; the connection is closed nevertheless.
    private const string Ok = "HTTP/1.1 200 OK\r\nConnection: close\r\n";

    private static readonly string Length = $"Content-Length: {Answers.Arn.Length}";

    private static readonly Dictionary<string, Hostility> Framings = new Hostility[]
    {
        Hostility.Ended("two lengths", Http.Bytes($"{Ok}Content-Length: 2\r\n{Length}\r\n\r\n{Answers.Arn}"), "Content-Length"),
        Hostility.Ended("two lengths, the other way", Http.Bytes($"{Ok}{Length}\r\nContent-Length: 2\r\n\r\n{Answers.Arn}"), "Content-Length"),
        Hostility.Ended("two lengths in one", Http.Bytes($"{Ok}{Length}, 2\r\n\r\n{Answers.Arn}"), "Content-Length"),
        Hostility.Ended("negative length", Http.Bytes($"{Ok}Content-Length: -1\r\n\r\n{Answers.Arn}"), "Content-Length"),
        Hostility.Ended("signed length", Http.Bytes($"{Ok}Content-Length: +2\r\n\r\n{{}}"), "Content-Length"),
        Hostility.Ended("length in words", Http.Bytes($"{Ok}Content-Length: two\r\n\r\n{{}}"), "Content-Length"),
        Hostility.Ended("length beyond counting", Http.Bytes($"{Ok}Content-Length: 99999999999999999999\r\n\r\n{{}}"), "Content-Length"),
        Hostility.Ended("empty length", Http.Bytes($"{Ok}Content-Length:\r\n\r\n{Answers.Arn}"), "Content-Length"),
        Hostility.Ended("length and chunks", Http.Chunked($"{Ok}{Length}", Answers.Arn), "Content-Length", "Transfer-Encoding"),
        Hostility.Ended("length 0 and chunks", Http.Chunked($"{Ok}Content-Length: 0", Answers.Arn), "Content-Length", "Transfer-Encoding"),
        Hostility.Ended(
            "length and another encoding", Http.Bytes($"{Ok}{Length}\r\nTransfer-Encoding: gzip\r\n\r\n{Answers.Arn}"), "Content-Length", "Transfer-Encoding"),
        Hostility.Ended("chunk of no number", Http.Bytes($"{Ok}Transfer-Encoding: chunked\r\n\r\nxyz\r\n"), "chunk"),
        Hostility.Ended("chunk of a negative number", Http.Bytes($"{Ok}Transfer-Encoding: chunked\r\n\r\n-5\r\n"), "chunk"),
        Hostility.Ended("chunk beyond counting", Http.Bytes($"{Ok}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\n"), "chunk"),
        Hostility.Ended("chunk longer than it says", Http.Bytes($"{Ok}Transfer-Encoding: chunked\r\n\r\n2\r\n{{}}{{}}\r\n0\r\n\r\n"), "chunk"),
        Hostility.Lost(
            "chunk longer than all that is read",
            async peer =>
            {
                await peer.AnswerAsync(Http.Bytes($"{Ok}Transfer-Encoding: chunked\r\n\r\n7FFFFFFF\r\n"));
                await peer.WriteEndlesslyAsync(new byte[64 * 1024]);
            },
            "longer than"),
        Hostility.Ended("chunks without the last", Http.Bytes($"{Ok}Transfer-Encoding: chunked\r\n\r\n2\r\n{{}}\r\n"), "ended"),
    }.ToDictionary(one => one.Name);

    public static TheoryData<string> Names => new(Framings.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public Task An_answer_with_an_ambiguous_end_is_not_accepted(string name) => Victim.AssertFailsAsync(Framings[name]);

    [Theory]
    [InlineData("two lengths")]
    [InlineData("length and chunks")]
    [InlineData("chunk of no number")]
    public Task Two_hundred_ambiguous_answers_leave_nothing_behind(string name) => Victim.AssertRecoversAsync(Framings[name]);

    [Theory]
    [InlineData("garbage")]
    [InlineData("\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n{\"connectorArn\":\"evil\"}")]
    [InlineData("HTTP/1.1 409 Conflict\r\nContent-Length: 2\r\n\r\n{}")]
    public async Task Bytes_right_after_an_answer_are_not_used_as_the_next_answer(string rest)
    {
        await using var server = new HostileServer(async peer =>
        {
            await peer.AnswerAsync([.. Http.Healthy, .. Http.Bytes(rest)]);
            await peer.ServeAsync(Http.Healthy);
        });
        using var client = Victim.Client(server.Uri);
        for (var call = 1; call <= 3; call++)
        {
            Assert.Equal((Answers.ConnectorArn, 1), await AskAsync(client));
            await server.ClosedAsync(1);
        }

        Assert.Equal((3, 3), (server.Accepted, server.Requests));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n{\"connectorArn\":\"evil\"}")]
    public async Task Bytes_on_an_idle_connection_are_not_used_as_the_next_answer(string rest)
    {
        using var answered = new SemaphoreSlim(0);
        using var written = new SemaphoreSlim(0);
        await using var server = new HostileServer(async peer =>
        {
            await peer.AnswerAsync(Http.Healthy);
            await answered.WaitAsync();
            await peer.WriteAsync(rest);
            written.Release();
        });
        using var client = Victim.Client(server.Uri);
        for (var call = 1; call <= 3; call++)
        {
            Assert.Equal((Answers.ConnectorArn, 1), await AskAsync(client));
            answered.Release();
            await written.WaitAsync();
        }

        Assert.Equal(3, server.Accepted);
        await server.ClosedAsync(2);
    }

    [Fact]
    public async Task An_early_answer_belongs_only_to_its_own_request()
    {
        await using var server = new HostileServer(async peer =>
        {
            await peer.WriteAsync(Http.Healthy);
            await peer.ReadRequestAsync();
        });
        using var client = Victim.Client(server.Uri);

        Assert.Equal((Answers.ConnectorArn, 1), await AskAsync(client));
    }

    [Fact]
    public async Task A_connection_that_announces_its_close_is_not_reused()
    {
        await using var server = new HostileServer(peer => peer.ServeAsync(Http.Answer("HTTP/1.1 200 OK\r\nConnection: close", Answers.Arn)));
        using var client = Victim.Client(server.Uri);
        for (var call = 1; call <= 3; call++)
        {
            Assert.Equal((Answers.ConnectorArn, 1), await AskAsync(client));
            await server.ClosedAsync(1);
        }

        Assert.Equal(3, server.Accepted);
    }

    private static async Task<(string Arn, int Attempts)> AskAsync(AppFlowClient client)
    {
        var response = await Victim.Request.SendAsync(client);
        return (response.ConnectorArn, response.Attempts);
    }
}
