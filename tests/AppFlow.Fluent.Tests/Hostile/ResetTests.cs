using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Hostile;

/// <summary>Connections that are reset, at each phase of an exchange.</summary>
public sealed class ResetTests
{
    private static readonly Dictionary<string, Hostility> Phases = new Hostility[]
    {
        Reset("after half of the request's head", peer => peer.ReadAsync(100)),
        Reset("after the request's head", peer => peer.ReadToAsync("\r\n\r\n")),
        Reset("after the request", peer => peer.ReadRequestAsync()),
        Reset("after half of the answer's head", peer => peer.AnswerAsync(Http.Healthy[..20])),
        Reset("after the answer's head", peer => peer.AnswerAsync(Http.Healthy[..^Answers.Arn.Length])),
        Reset("after half of the answer's body", peer => peer.AnswerAsync(Http.Healthy[..^5])),
        Reset("within a chunk", peer => peer.AnswerAsync(Http.Chunked("HTTP/1.1 200 OK", Answers.Arn)[..^12])),
        Reset("before the last chunk", peer => peer.AnswerAsync(Http.Chunked("HTTP/1.1 200 OK", Answers.Arn)[..^5])),
        Reset("after an interim answer", peer => peer.AnswerAsync(Http.Bytes("HTTP/1.1 100 Continue\r\n\r\n"))),
    }.ToDictionary(one => one.Name);

    public static TheoryData<string> Names => new(Phases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_reset_returns_the_token(string phase) => Victim.AssertFailsAsync(Phases[phase]);

    [Theory]
    [InlineData("after the request")]
    [InlineData("after half of the answer's body")]
    public Task Two_hundred_resets_leave_nothing_behind(string phase) => Victim.AssertRecoversAsync(Phases[phase]);

    [Fact]
    public async Task A_connection_that_is_reset_at_once_is_a_failure()
    {
        await using var server = new HostileServer(peer =>
        {
            peer.Reset();
            return Task.CompletedTask;
        });
        using var client = Victim.Client(server.Uri);
        var e = await Victim.FailAsync(client);

        Assert.Equal((typeof(AppFlowTransportException), 3, true), (e.GetType(), e.Attempts, e.IsRetryable));
        await server.ClosedAsync(3);
        Assert.Equal((3, 0), (server.Accepted, server.Requests));
    }

    [Fact]
    public async Task A_connection_that_is_reset_after_a_complete_answer_is_replaced_by_another()
    {
        await using var server = new HostileServer(async peer =>
        {
            await peer.AnswerAsync(Http.Healthy);
            await peer.ReadRequestAsync();
            peer.Reset();
        });
        using var client = Victim.Client(server.Uri);
        for (var call = 1; call <= 20; call++)
        {
            var response = await Victim.Request.SendAsync(client);

            Assert.Equal(call == 1 ? 1 : 2, response.Attempts);
        }

        Assert.Equal(20, server.Accepted);
        await server.ClosedAsync(19);
    }

    [Fact]
    public async Task A_reset_of_an_idle_connection_costs_no_attempt()
    {
        using var answered = new SemaphoreSlim(0);
        await using var server = new HostileServer(async peer =>
        {
            await peer.AnswerAsync(Http.Healthy);
            await answered.WaitAsync();
            peer.Reset();
        });
        using var client = Victim.Client(server.Uri);
        for (var call = 1; call <= 20; call++)
        {
            Assert.Equal(1, (await Victim.Request.SendAsync(client)).Attempts);
            answered.Release();
            await server.ClosedAsync(1);
        }

        Assert.Equal((20, 20), (server.Accepted, server.Requests));
    }

    [Fact]
    public async Task After_two_resets_the_third_attempt_succeeds()
    {
        await using var server = new HostileServer(async peer =>
        {
            await peer.ReadRequestAsync();
            if (peer.Number <= 2)
            {
                peer.Reset();
            }

            await peer.WriteAsync(Http.Healthy);
        });
        using var client = Victim.Client(server.Uri);

        Assert.Equal(3, (await Victim.Request.SendAsync(client)).Attempts);
    }

    private static Hostility Reset(string phase, Func<Peer, Task> before) => Hostility.Lost(
        phase,
        async peer =>
        {
            await before(peer);
            peer.Reset();
        });
}
