using System.Net;
using Amazon.Runtime;
using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Hostile;

/// <summary>Redirects are not followed: neither the request nor the session token reaches the other host.</summary>
public sealed class RedirectTests
{
    public static TheoryData<int> Statuses => [300, 301, 302, 303, 305, 307, 308];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var elsewhere = new HostileServer(peer => peer.ServeAsync(Http.Healthy));
        var e = await Victim.AssertFailsAsync(Hostility.Refused("redirect", status, Redirect(status, elsewhere.Uri), "redirect", $"({status})", "endpoint"));

        Assert.False(e.IsRetryable);
        Assert.Equal(0, elsewhere.Accepted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://")]
    [InlineData("//")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user:password@127.0.0.1:1/")]
    [InlineData("\u0001\u0002")]
    public Task A_redirect_without_a_location_is_still_a_redirect(string location) =>
        Victim.AssertFailsAsync(Hostility.Refused("nowhere", 307, Http.Answer($"HTTP/1.1 307 T\r\nLocation: {location}", ""), "redirect"));

    [Fact]
    public Task Two_hundred_redirects_leave_nothing_behind() =>
        Victim.AssertRecoversAsync(Hostility.Refused("redirect", 302, Redirect(302, new Uri("http://127.0.0.1:1"))));

    public static TheoryData<int, bool, bool> Followed
    {
        get
        {
            var data = new TheoryData<int, bool, bool>();
            for (var status = 300; status <= 308; status++)
            {
                foreach (var hasSession in (bool[])[true, false])
                {
                    data.Add(status, hasSession, true);
                    data.Add(status, hasSession, false);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Followed))]
    public async Task A_handler_that_follows_a_redirect_sends_neither_body_nor_token_nor_signature(int status, bool hasSession, bool isGiven)
    {
        // Longer than the send buffer.
        var sessionToken = FakeService.SessionToken + new string('t', 20_000);
        var heard = new List<string>();
        await using var elsewhere = new HostileServer(async peer =>
        {
            var head = await peer.ReadHeadAsync();
            lock (heard)
            {
                heard.Add(head);
            }

            await peer.WriteAsync(Http.Healthy);
        });
        await using var server = new HostileServer(peer => peer.ServeAsync(Redirect(status, elsewhere.Uri)));
        using var follows = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var client = new AppFlowClient(
            new AppFlowClientOptions
            {
                Endpoint = server.Uri,
                Credentials = hasSession
                    ? new SessionAWSCredentials(FakeService.AccessKey, FakeService.SecretKey, sessionToken)
                    : new BasicAWSCredentials(FakeService.AccessKey, FakeService.SecretKey),
                HttpClient = isGiven ? follows : null,
                TimeProvider = new SkippingTime(),
                AttemptTimeout = Timeout.InfiniteTimeSpan,
            },
            FakeService.Nothing,
            () => 0);
        var e = await Victim.FailAsync(client);

        Assert.Equal((1, false, true), (e.Attempts, e.IsRetryable, e.MayHaveBeenApplied));
        if (isGiven && status is 300 or 301 or 302 or 303 or 307 or 308)
        {
            Assert.IsType<AppFlowTransportException>(e);
            Says.All(e.Message, "followed a redirect", elsewhere.Uri.Authority, "AllowAutoRedirect");
        }

        // By then the other host has closed its side, and has seen everything it will ever see.
        follows.Dispose();
        await elsewhere.ClosedAsync(elsewhere.Accepted);
        Assert.All(heard, head =>
        {
            Assert.True(head.Length == 0 || head.StartsWith("GET", StringComparison.Ordinal), head);
            foreach (var secret in (string[])["authorization", "x-amz-security-token", "Signature=", "tttt", "clientToken", Victim.Token])
            {
                Assert.DoesNotContain(secret, head, StringComparison.OrdinalIgnoreCase);
            }
        });
        Assert.True(isGiven || elsewhere.Accepted == 0);
    }

    [Fact]
    public async Task The_session_token_reaches_the_intended_host()
    {
        string? head = null;
        await using var server = new HostileServer(async peer =>
        {
            head = await peer.ReadRequestAsync();
            await peer.WriteAsync(Http.Healthy);
        });
        using var client = Victim.Client(server.Uri);
        await Victim.Request.SendAsync(client);

        Assert.Contains($"x-amz-security-token: {FakeService.SessionToken}", head, StringComparison.Ordinal);
    }

    private static byte[] Redirect(int status, Uri location) =>
        Http.Answer($"HTTP/1.1 {status} {(HttpStatusCode)status}\r\nLocation: {location}", "");
}
