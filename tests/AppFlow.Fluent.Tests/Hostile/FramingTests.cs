using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Hostile;

/// <summary>Answers whose end is not clear: no byte of one is ever taken for the answer of another call.</summary>
public sealed class FramingTests
{
    // Some of them are whole for a reader who believes one of two statements; the connection is closed all the same.
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
    public Task An_answer_whose_end_is_not_clear_is_no_answer(string name) => Victim.AssertFailsAsync(Framings[name]);

    [Theory]
    [InlineData("two lengths")]
    [InlineData("length and chunks")]
    [InlineData("chunk of no number")]
    public Task Two_hundred_of_them_leave_nothing_behind(string name) => Victim.AssertRecoversAsync(Framings[name]);

    [Theory]
    [InlineData("garbage")]
    [InlineData("\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n{\"connectorArn\":\"evil\"}")]
    [InlineData("HTTP/1.1 409 Conflict\r\nContent-Length: 2\r\n\r\n{}")]
    public async Task What_follows_an_answer_at_once_is_not_taken_for_the_next(string rest)
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
    public async Task What_follows_an_answer_while_nothing_is_asked_is_not_taken_for_the_next(string rest)
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
    public async Task An_answer_before_the_request_is_read_is_the_answer_of_that_request_only()
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
    public async Task A_connection_that_says_it_closes_is_not_used_again()
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
