using System.Collections;
using Amazon.Runtime;
using AppFlow.Fluent.Emulator;
using AppFlow.Fluent.Tests.Fakes;
using AppFlow.Fluent.Tests.Requests;

namespace AppFlow.Fluent.Tests.Secrets;

/// <summary>Secret key, session token and signature never appear in logs, exceptions or output.</summary>
public sealed class SecrecyTests
{
    private const string Secret = "SECRETKEY-nBxRfiCYEXAMPLEKEY";
    private const string Session = "SESSION-IQoJb3JpZ2luX2VjEXAMPLE";

    [Fact]
    public async Task Calls_that_succeed_and_fail_show_no_secret_anywhere()
    {
        using var log = new CapturingLoggerFactory();
        var shown = new List<string>();
        await using var appflow = await AppFlowEmulator.StartAsync(new AppFlowEmulatorOptions
        {
            AccessKey = "AKID",
            SecretKey = Secret,
            SessionToken = Session,
            LoggerFactory = log,
        });
        using var tap = new SignatureTap(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        using var client = Client(appflow.Endpoint, appflow.Credentials, log, tap);
        using var wrongSecret = Client(appflow.Endpoint, new SessionAWSCredentials("AKID", Secret + "x", Session), log, tap);
        using var wrongToken = Client(appflow.Endpoint, new SessionAWSCredentials("AKID", Secret, Session + "x"), log, tap);
        using var unreachable = Client(new Uri("http://127.0.0.1:1"), new SessionAWSCredentials("AKID", Secret, Session), log, tap);
        var register = ConnectorRegistration.Register("orders").WithLambda(RequestSamples.LambdaArn);

        shown.Add((await register.SendAsync(client)).ToString());
        shown.Add((await ConnectorRegistration.Update("orders").SendAsync(client)).ToString());
        shown.Add((await ConnectorRegistration.Describe("orders").SendAsync(client)).ToString());
        shown.Add((await ConnectorRegistration.List().SendAsync(client)).ToString());
        foreach (var refused in new[] { client, wrongSecret, wrongToken, unreachable })
        {
            shown.Add(Everything(await Assert.ThrowsAnyAsync<AppFlowException>(() => register.SendAsync(refused))));
            shown.Add($"{refused} {refused.Endpoint} {refused.Region}");
        }

        using var cancellation = new CancellationTokenSource();
        using var network = new RecordingHandler((_, token) =>
        {
            cancellation.Cancel();
            return Task.FromCanceled<HttpResponseMessage>(token);
        });
        using var cancelled = Client(FakeService.Endpoint, new SessionAWSCredentials("AKID", Secret, Session), log, network);
        shown.Add(Everything(await Assert.ThrowsAnyAsync<OperationCanceledException>(() => register.SendAsync(cancelled, cancellation.Token))));
        shown.Add((await ConnectorRegistration.Unregister("orders").SendAsync(client)).ToString());
        shown.AddRange(appflow.Received.Select(entry => entry.ToString()));
        shown.Add($"{appflow} {new AppFlowClientOptions { Credentials = appflow.Credentials }}");

        Assert.Equal(11, tap.Signatures.Count);
        Assert.Contains(log.Entries, entry => entry.Contains("AppFlow.Fluent Debug", StringComparison.Ordinal));
        Assert.All(log.Entries.Concat(shown), text => AssertNoSecret(text, [.. tap.Signatures]));
    }

    [Fact]
    public async Task A_service_that_echoes_the_canonical_request_leaks_no_session_token()
    {
        using var log = new CapturingLoggerFactory();
        using var network = new RecordingHandler(sent => Answers.Json(
            403,
            "{\"message\":\"The Canonical String should have been x-amz-security-token:"
            + sent.Header("x-amz-security-token") + " and so on\"}",
            ("x-amzn-errortype", "InvalidSignatureException")));
        using var client = Client(FakeService.Endpoint, new SessionAWSCredentials("AKID", Secret, Session), log, network);
        var e = await Assert.ThrowsAsync<AppFlowException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Assert.Equal("The Canonical String should have been x-amz-security-token:*** and so on", e.Message);
        Assert.All(log.Entries.Append(Everything(e)), text => AssertNoSecret(text));
    }

    [Fact]
    public async Task A_service_that_quotes_the_authorization_leaks_no_signature()
    {
        using var log = new CapturingLoggerFactory();
        var signature = "";
        using var network = new RecordingHandler(sent =>
        {
            var authorization = sent.Header("authorization");
            signature = authorization[(authorization.LastIndexOf('=') + 1)..];
            return Answers.Json(403, "{\"message\":\"Cannot read " + signature + " as a signature\"}", ("x-amzn-errortype", "IncompleteSignatureException"));
        });
        using var client = Client(FakeService.Endpoint, new SessionAWSCredentials("AKID", Secret, Session), log, network);
        var e = await Assert.ThrowsAsync<AppFlowException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Assert.Equal("Cannot read *** as a signature", e.Message);
        Assert.All(log.Entries.Append(Everything(e)), text => AssertNoSecret(text, signature));
    }

    [Fact]
    public void The_test_detects_a_secret_if_there_is_one()
    {
        Assert.ThrowsAny<Exception>(() => AssertNoSecret($"a {Secret} b"));
        Assert.ThrowsAny<Exception>(() => AssertNoSecret($"a {Session} b"));
        Assert.ThrowsAny<Exception>(() => AssertNoSecret("a 0123abcd b", "0123abcd"));
        Assert.ThrowsAny<Exception>(() => AssertNoSecret("Authorization: AWS4-HMAC-SHA256 Credential=AKID"));
    }

    private static AppFlowClient Client(Uri endpoint, AWSCredentials credentials, CapturingLoggerFactory log, HttpMessageHandler? network = null) =>
        new(new AppFlowClientOptions
        {
            Endpoint = endpoint,
            Credentials = credentials,
            LoggerFactory = log,
            TimeProvider = new SkippingTime(),
            AttemptTimeout = Timeout.InfiniteTimeSpan,
            HttpClient = network is null ? null : new HttpClient(network, disposeHandler: false),
        });

    private static string Everything(Exception e) => string.Join(
        '\n',
        e.Data.Cast<DictionaryEntry>().Select(pair => $"{pair.Key}={pair.Value}")
            .Concat(e.GetType().GetProperties().Where(property => property.Name != "TargetSite").Select(property => $"{property.Name}={property.GetValue(e)}"))
            .Prepend(e.ToString())
            .Concat(e.InnerException is null ? [] : [Everything(e.InnerException)]));

    private static void AssertNoSecret(string text, params string[] signatures)
    {
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Session, text, StringComparison.Ordinal);
        Assert.DoesNotContain("AWS4-HMAC-SHA256 Credential=", text, StringComparison.Ordinal);
        Assert.All(signatures, signature => Assert.DoesNotContain(signature, text, StringComparison.Ordinal));
    }
}
