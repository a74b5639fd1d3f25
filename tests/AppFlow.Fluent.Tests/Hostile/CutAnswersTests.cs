using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Hostile;

/// <summary>Answers that are cut off at every byte: no partial answer counts as complete.</summary>
public sealed class CutAnswersTests
{
    private static readonly Dictionary<string, byte[]> Framed = new()
    {
        ["with a length"] = Http.Healthy,
        ["in chunks"] = Http.Chunked("HTTP/1.1 200 OK\r\nContent-Type: application/json", "{\"connectorArn\":", $"\"{Answers.ConnectorArn}\"", "}"),
        ["an error"] = Http.Answer("HTTP/1.1 409 Conflict\r\nx-amzn-errortype: ConflictException", """{"message":"The label is taken"}"""),
        ["an error of the service"] = Http.Chunked("HTTP/1.1 500 Internal Server Error", "{}"),
        ["after an interim answer"] = [.. Http.Bytes("HTTP/1.1 100 Continue\r\n\r\n"), .. Http.Json("{}")],
    };

    public static TheoryData<string> Framings => new(Framed.Keys);

    [Theory]
    [MemberData(nameof(Framings))]
    public async Task A_framed_answer_that_is_cut_anywhere_is_refused(string framing)
    {
        var answer = Framed[framing];
        var cut = 0;
        await using var server = new HostileServer(async peer =>
        {
            await peer.AnswerAsync(answer.AsMemory(0, Volatile.Read(ref cut)));
            peer.End();
        });
        for (; cut < answer.Length; cut++)
        {
            using var client = Victim.Client(server.Uri);
            var e = await Victim.FailAsync(client);

            Assert.IsType<AppFlowTransportException>(e);
            Assert.Equal((3, true, true), (e.Attempts, e.MayHaveBeenApplied, e.IsRetryable));
        }

        await server.ClosedAsync(3 * answer.Length);
        Assert.Equal(3 * answer.Length, server.Requests);
    }

    [Fact]
    public async Task An_answer_without_framing_is_unreadable_if_it_is_cut()
    {
        const string Head = "HTTP/1.0 200 OK\r\n\r\n";
        var answer = Http.Bytes(Head + Answers.Arn);
        var cut = Head.Length;
        await using var server = new HostileServer(async peer =>
        {
            await peer.AnswerAsync(answer.AsMemory(0, Volatile.Read(ref cut)));
            peer.End();
        });
        using var client = Victim.Client(server.Uri);
        for (; cut < answer.Length; cut++)
        {
            var e = await Victim.FailAsync(client);

            Assert.Equal(typeof(AppFlowException), e.GetType());
            Assert.Equal((1, true), (e.Attempts, e.MayHaveBeenApplied));
        }

        Assert.Equal(Answers.ConnectorArn, (await Victim.Request.SendAsync(client)).ConnectorArn);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task An_answer_in_pieces_is_read_completely(int size)
    {
        foreach (var framing in new[] { "with a length", "in chunks" })
        {
            var answer = Framed[framing];
            await using var server = new HostileServer(async peer =>
            {
                await peer.ReadRequestAsync();
                for (var start = 0; start < answer.Length; start += size)
                {
                    await peer.WriteAsync(answer.AsMemory(start, Math.Min(size, answer.Length - start)));
                }
            });
            using var client = Victim.Client(server.Uri);

            Assert.Equal(1, (await Victim.Request.SendAsync(client)).Attempts);
        }
    }

    [Fact]
    public Task Two_hundred_cut_heads_leave_nothing_behind() =>
        Victim.AssertRecoversAsync(Hostility.Ended("cut head", Http.Healthy[..20]));

    [Fact]
    public Task Two_hundred_cut_bodies_leave_nothing_behind() =>
        Victim.AssertRecoversAsync(Hostility.Ended("cut body", Http.Healthy[..^5]));
}
