using System.Net;
using Amazon.Runtime;
using AppFlow.Fluent.Tests.Fakes;
using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Tests.Hostile;

/// <summary>The client under attack: the real client with its own connections, and what must hold for every failure.</summary>
internal static class Victim
{
    public const string Token = "token-of-the-call";

    public static readonly UpdateConnectorRegistrationRequest Request = ConnectorRegistration.Update("orders").WithClientToken(Token);

    public static AppFlowClient Client(Uri endpoint, int? maxAttempts = null, HttpClient? http = null, string? sessionToken = null) => new(
        Options(endpoint, new SkippingTime(), Timeout.InfiniteTimeSpan, maxAttempts, http, sessionToken), FakeService.Nothing, () => 0);

    public static AppFlowClient Client(Uri endpoint, TimeProvider time, TimeSpan attemptTimeout, int? maxAttempts = null) => new(
        Options(endpoint, time, attemptTimeout, maxAttempts), FakeService.Nothing, () => 0);

    public static async Task<AppFlowException> FailAsync(AppFlowClient client) =>
        AssertTold(await Assert.ThrowsAnyAsync<AppFlowException>(() => Request.SendAsync(client)));

    /// <summary>
    /// Expects a failure and no open connection: without a complete answer, each attempt closes its own; otherwise one serves all attempts.
    /// </summary>
    public static async Task<AppFlowException> AssertFailsAsync(Hostility hostility)
    {
        await using var server = new HostileServer(hostility.Script);
        using var client = Client(server.Uri);
        var e = await FailAsync(client);

        Assert.Equal(
            (hostility.Error, hostility.Status, hostility.Attempts, hostility.MayHaveBeenApplied, hostility.IsRetryable),
            (e.GetType(), e.StatusCode, e.Attempts, e.MayHaveBeenApplied, e.IsRetryable));
        Says.All(e.Message, hostility.Says);
        if (hostility.Whole is not null)
        {
            client.Dispose();
        }

        var connections = hostility.Whole is null ? hostility.Attempts : 1;
        await server.ClosedAsync(connections);
        Assert.Equal(connections, server.Accepted);
        return e;
    }

    /// <summary>After two hundred failures all connections are closed, and the same client gets a healthy answer.</summary>
    public static async Task AssertRecoversAsync(Hostility hostility)
    {
        const int Failures = 200;
        const int AtOnce = 8;
        var isHostile = true;
        await using var server = new HostileServer(peer => (Volatile.Read(ref isHostile), hostility.Whole) switch
        {
            (false, _) => peer.ServeAsync(() => Http.Healthy),
            (true, { } whole) => peer.ServeAsync(() => Volatile.Read(ref isHostile) ? whole : Http.Healthy),
            _ => hostility.Script(peer),
        });
        using var client = Client(server.Uri, maxAttempts: 1);
        await Parallel.ForAsync(0, Failures, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (_, _) =>
        {
            Assert.Equal(hostility.Error, (await FailAsync(client)).GetType());
        });
        if (hostility.Whole is null)
        {
            await server.ClosedAsync(Failures);
        }

        Volatile.Write(ref isHostile, false);

        Assert.Equal(Answers.ConnectorArn, (await Request.SendAsync(client)).ConnectorArn);
        if (hostility.Whole is null)
        {
            Assert.Equal(Failures + 1, server.Accepted);
        }
        else
        {
            Assert.InRange(server.Used, 1, AtOnce + 1);
        }
    }

    /// <summary>What every failure must have: the token, and a readable message.</summary>
    public static AppFlowException AssertTold(AppFlowException e)
    {
        Assert.Equal(Token, e.ClientToken);
        Assert.InRange(e.Message.Length, 1, Redaction.LongestText + 400);
        Assert.DoesNotContain(e.Message, symbol => char.IsControl(symbol) && symbol is not ('\n' or '\r' or '\t'));
        Assert.DoesNotContain("inner exception", e.Message, StringComparison.OrdinalIgnoreCase);
        if (e is AppFlowTransportException)
        {
            Says.All(e.Message, "No complete answer to UpdateConnectorRegistration from http");
            Assert.NotNull(e.InnerException);
        }

        if (e.MayHaveBeenApplied && e.StatusCode is null or HttpStatusCode.OK)
        {
            Assert.Contains($"WithClientToken(\"{Token}\")", e.Message, StringComparison.Ordinal);
        }

        return e;
    }

    private static AppFlowClientOptions Options(
        Uri endpoint, TimeProvider time, TimeSpan attemptTimeout, int? maxAttempts, HttpClient? http = null, string? sessionToken = null) => new()
        {
            Endpoint = endpoint,
            Credentials = new SessionAWSCredentials(FakeService.AccessKey, FakeService.SecretKey, sessionToken ?? FakeService.SessionToken),
            TimeProvider = time,
            AttemptTimeout = attemptTimeout,
            MaxAttempts = maxAttempts,
            HttpClient = http,
        };
}
