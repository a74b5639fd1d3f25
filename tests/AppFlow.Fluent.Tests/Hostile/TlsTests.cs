using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AppFlow.Fluent.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Tests.Hostile;

/// <summary>TLS handshakes that fail: nothing is sent, and the message says why.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly X509Certificate2 _certificate = SelfMade("127.0.0.1");
    private readonly X509Certificate2 _wrongName = SelfMade("127.0.0.2");

    public void Dispose()
    {
        _certificate.Dispose();
        _wrongName.Dispose();
    }

    [Fact]
    public async Task A_self_signed_certificate_is_not_trusted()
    {
        await using var server = new HostileServer(peer => peer.ServeAsync(Http.Healthy), _certificate);
        using var client = Victim.Client(server.Uri);

        await AssertNothingSentAsync(server, client, "certificate", "UntrustedRoot");
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_not_trusted()
    {
        await using var server = new HostileServer(peer => peer.ServeAsync(Http.Healthy), _wrongName);
        using var http = Trusting(_wrongName);
        using var client = Victim.Client(server.Uri, http: http);

        await AssertNothingSentAsync(server, client, "certificate", "RemoteCertificateNameMismatch");
    }

    [Fact]
    public async Task A_trusted_certificate_with_the_right_name_is_accepted()
    {
        await using var server = new HostileServer(peer => peer.ServeAsync(Http.Healthy), _certificate);
        using var http = Trusting(_certificate);
        using var client = Victim.Client(server.Uri, http: http);

        Assert.Equal(Answers.ConnectorArn, (await Victim.Request.SendAsync(client)).ConnectorArn);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("220 mail.example ESMTP\r\n")]
    public async Task Plain_text_where_TLS_is_expected_is_not_read(string text)
    {
        await using var server = new HostileServer(peer => peer.WriteAsync(text));
        using var client = Victim.Client(Secure(server.Uri));

        await AssertNothingSentAsync(server, client, "SSL connection could not be established");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_aborted_handshake_sends_nothing(bool reset)
    {
        await using var server = new HostileServer(async peer =>
        {
            await peer.ReadAsync(5);
            if (reset)
            {
                peer.Reset();
            }
            else
            {
                peer.End();
            }
        });
        using var client = Victim.Client(Secure(server.Uri));

        await AssertNothingSentAsync(server, client, "SSL connection could not be established");
    }

    [Fact]
    public async Task An_endless_handshake_ends_with_the_time_out_of_an_attempt()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var limit = TimeSpan.FromSeconds(7);
        await using var server = new HostileServer(async peer =>
        {
            await peer.ReadAsync(5);
            time.Advance(limit);
        });
        using var client = Victim.Client(Secure(server.Uri), time, limit, maxAttempts: 1);
        var e = await Victim.FailAsync(client);

        Assert.IsType<TimeoutException>(e.InnerException);
        Assert.False(e.MayHaveBeenApplied);
        Assert.EndsWith("Nothing was sent.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_refused_certificates_leave_nothing_behind()
    {
        const int Failures = 200;
        await using var server = new HostileServer(peer => peer.WriteAsync("no TLS\r\n"));
        using var client = Victim.Client(Secure(server.Uri), maxAttempts: 1);
        for (var failure = 0; failure < Failures; failure++)
        {
            Assert.IsType<AppFlowTransportException>(await Victim.FailAsync(client));
        }

        await server.ClosedAsync(Failures);
        Assert.Equal((Failures, 0), (server.Accepted, server.Requests));
    }

    private static async Task AssertNothingSentAsync(HostileServer server, AppFlowClient client, params string[] says)
    {
        var e = await Victim.FailAsync(client);

        Assert.Equal((typeof(AppFlowTransportException), 3, false, true), (e.GetType(), e.Attempts, e.MayHaveBeenApplied, e.IsRetryable));
        Says.All(e.Message, says);
        Assert.EndsWith("Nothing was sent.", e.Message, StringComparison.Ordinal);
        await server.ClosedAsync(3);
        Assert.Equal((3, 0), (server.Accepted, server.Requests));
    }

    private static Uri Secure(Uri uri) => new($"https://{uri.Authority}");

    private static HttpClient Trusting(X509Certificate2 certificate)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(certificate);
        return new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy },
        });
    }

    private static X509Certificate2 SelfMade(string address)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={address}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse(address));
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
