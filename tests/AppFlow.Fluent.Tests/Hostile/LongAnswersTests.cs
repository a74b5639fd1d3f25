using System.Globalization;
using System.Text;
using AppFlow.Fluent.Tests.Fakes;
using AppFlow.Fluent.Wire;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Tests.Hostile;

/// <summary>Answers that are too long or endless: reading stops at the size limit or the time-out.</summary>
public sealed class LongAnswersTests
{
    // What the operating system accepts for a client that does not read: the buffers of both ends.
    private const long Buffers = 24_000_000;

    private const string Chunks = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(7);

    private static readonly byte[] Spaces = Http.Bytes(new string(' ', 64 * 1024));

    private static readonly byte[] ChunkOfSpaces = [.. Http.Bytes($"{Spaces.Length:x}\r\n"), .. Spaces, .. Http.Bytes("\r\n")];

    private static readonly byte[] Headers = Http.Bytes(string.Concat(Enumerable.Range(0, 1000).Select(n => $"x-header-{n}: {n}\r\n")));

    private static readonly Dictionary<string, Hostility> EndlessOnes = new Hostility[]
    {
        Hostility.Lost("100 MB, announced", Endless("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n", Spaces), $"longer than {AnswerBody.Limit} bytes"),
        Hostility.Lost("100 MB of an error", Endless("HTTP/1.1 500 Oh\r\nContent-Length: 100000000\r\n\r\n", Spaces), $"longer than {AnswerBody.Limit}"),
        Hostility.Lost("endless chunks", Endless(Chunks, ChunkOfSpaces), $"longer than {AnswerBody.Limit} bytes"),
        Hostility.Lost("endless chunks of an error", Endless(Chunks.Replace("200", "500", StringComparison.Ordinal), ChunkOfSpaces), "longer than"),
        Hostility.Lost("endless without a length", Endless("HTTP/1.1 200 OK\r\n\r\n", Spaces), $"longer than {AnswerBody.Limit} bytes"),
        Hostility.Lost("endless chunk extension", Endless(Chunks + "1;", Spaces), "chunk"),
        Hostility.Lost("endless trailers", Endless(Chunks + "0\r\n", Headers), "headers", "exceeded"),
        Hostility.Lost("endless headers", Endless("HTTP/1.1 200 OK\r\n", Headers), "headers", "exceeded"),
        Hostility.Lost("one endless header", Endless("HTTP/1.1 200 OK\r\nx: ", Spaces), "headers", "exceeded"),
        Hostility.Lost("one endless folded header", Endless("HTTP/1.1 200 OK\r\nx: y", Http.Bytes("\r\n y")), "headers", "exceeded"),
        Hostility.Lost("endless status line", Endless("HTTP/1.1 200 O", Spaces), "headers", "exceeded"),
        Hostility.Lost("endless interim answers", Endless("", Http.Bytes("HTTP/1.1 102 Processing\r\n\r\n")), "headers", "exceeded"),
    }.ToDictionary(one => one.Name);

    public static TheoryData<string> Endings => new(EndlessOnes.Keys);

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Reading_an_endless_answer_stops(string name)
    {
        var hostility = EndlessOnes[name];
        await using var server = new HostileServer(hostility.Script);
        using var client = Victim.Client(server.Uri);
        var e = await Victim.FailAsync(client);

        Assert.Equal((typeof(AppFlowTransportException), 3, true), (e.GetType(), e.Attempts, e.MayHaveBeenApplied));
        Says.All(e.Message, hostility.Says);
        await server.ClosedAsync(3);
        Assert.InRange(server.Written, 1, 3 * Buffers);
    }

    [Fact]
    public async Task A_too_large_announced_length_fails_at_once() =>
        await Victim.AssertRecoversAsync(Hostility.Lost(
            "announced", Http.Bytes("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n{}")));

    [Fact]
    public async Task One_hundred_thousand_headers_leave_nothing_behind() =>
        await Victim.AssertRecoversAsync(Hostility.Lost(
            "100,000 headers", peer => AfterRequest(peer, "HTTP/1.1 200 OK\r\n", () => peer.WriteEndlesslyAsync(Headers, 100 * Headers.Length))));

    [Theory]
    [InlineData(Chunks, "1\r\n \r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", " ")]
    [InlineData("HTTP/1.1 200 OK\r\nx: ", "y")]
    [InlineData("", "HTTP/1.1 100 Continue\r\n\r\n")]
    [InlineData("HTTP/1.1 204 No Content\r\nx: ", "y")]
    [InlineData("", "")]
    [InlineData(Chunks, "")]
    public async Task A_trickling_answer_ends_with_the_time_out_of_an_attempt(string head, string drop)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = new HostileServer(peer => AfterRequest(peer, head, async () =>
        {
            for (var second = 0; second < Limit.TotalSeconds; second++)
            {
                await peer.WriteAsync(drop);
                time.Advance(TimeSpan.FromSeconds(1));
            }
        }));
        using var client = Victim.Client(server.Uri, time, Limit);
        var e = await Victim.FailAsync(client);

        Assert.Equal((typeof(AppFlowTransportException), 3, true), (e.GetType(), e.Attempts, e.MayHaveBeenApplied));
        Assert.IsType<TimeoutException>(e.InnerException);
        Assert.Contains("did not come within 7 s", e.Message, StringComparison.Ordinal);
        await server.ClosedAsync(3);
    }

    [Fact]
    public async Task A_body_of_the_maximum_length_is_read_and_one_byte_more_is_refused()
    {
        var padding = AnswerBody.Limit - Encoding.UTF8.GetByteCount(Answers.Arn);
        var body = Answers.Arn + new string(' ', padding);
        await using (var server = new HostileServer(peer => peer.ServeAsync(Http.Json(body))))
        {
            using var client = Victim.Client(server.Uri);
            Assert.Equal(Answers.ConnectorArn, (await Victim.Request.SendAsync(client)).ConnectorArn);
        }

        await using (var server = new HostileServer(peer => peer.ServeAsync(Http.Chunked("HTTP/1.1 200 OK", body))))
        {
            using var client = Victim.Client(server.Uri);
            Assert.Equal(Answers.ConnectorArn, (await Victim.Request.SendAsync(client)).ConnectorArn);
        }

        var limit = AnswerBody.Limit.ToString(CultureInfo.InvariantCulture);
        await Victim.AssertFailsAsync(Hostility.Ended("one more, announced", Http.Json(body + " "), limit));
        await Victim.AssertFailsAsync(Hostility.Ended("one more, in chunks", Http.Chunked("HTTP/1.1 200 OK\r\nConnection: close", body, " "), limit));
    }

    private static Func<Peer, Task> Endless(string begin, byte[] rest) => peer => AfterRequest(peer, begin, () => peer.WriteEndlesslyAsync(rest));

    private static async Task AfterRequest(Peer peer, string begin, Func<Task> rest)
    {
        await peer.ReadRequestAsync();
        await peer.WriteAsync(begin);
        await rest();
    }
}
