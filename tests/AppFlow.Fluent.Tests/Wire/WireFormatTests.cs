using System.Net;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using AppFlow.Fluent.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Tests.Wire;

/// <summary>What the receiver of a call sees.</summary>
public sealed class WireFormatTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public async Task A_call_is_a_POST_with_the_headers_of_the_contract()
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var client = FakeService.Client(network, clock: new FakeTimeProvider(Now));
        await ConnectorRegistration.Update("orders").SendAsync(client);

        var sent = network.Single;
        Assert.Equal(HttpMethod.Post, sent.Method);
        Assert.Equal("https://appflow.example.com/update-connector-registration", sent.Uri.AbsoluteUri);
        Assert.Equal("application/json", sent.Header("content-type"));
        Assert.Equal("attempt=1; max=1", sent.Header("amz-sdk-request"));
        Assert.True(Guid.TryParseExact(sent.Header("amz-sdk-invocation-id"), "D", out _));
        Assert.Equal("20260102T030405Z", sent.Header("x-amz-date"));
        Assert.Matches(new Regex(@"\AAppFlow\.Fluent/\d+\.\d+\.\d+\S* lang/dotnet#\d+\.\d+\.\d+\z"), string.Join(' ', sent.Headers["User-Agent"]));
        Assert.False(sent.Headers.ContainsKey("x-amz-security-token"));
        Assert.Equal(
            ["amz-sdk-invocation-id", "amz-sdk-request", "Authorization", "Content-Type", "User-Agent", "x-amz-date"],
            sent.Headers.Keys.Where(name => name != "Content-Length").Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Each_call_has_its_own_invocation_id()
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var client = FakeService.Client(network);
        await ConnectorRegistration.Update("orders").SendAsync(client);
        await ConnectorRegistration.Update("orders").SendAsync(client);

        Assert.Equal(2, network.Sent.Select(sent => sent.Header("amz-sdk-invocation-id")).Distinct().Count());
    }

    [Fact]
    public async Task Session_credentials_send_and_sign_their_token()
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var client = FakeService.Client(
            network,
            new SessionAWSCredentials(FakeService.AccessKey, FakeService.SecretKey, FakeService.SessionToken));
        await ConnectorRegistration.Update("orders").SendAsync(client);

        Assert.Equal(FakeService.SessionToken, network.Single.Header("x-amz-security-token"));
        Assert.Contains("SignedHeaders=content-type;host;x-amz-date;x-amz-security-token,", network.Single.Header("Authorization"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://appflow.example.com", false)]
    [InlineData("https://appflow.example.com:8443/base/path/", true)]
    [InlineData("https://appflow.example.com/b%20ase/é+*(x)", false)]
    [InlineData("http://127.0.0.1:8321", true)]
    [InlineData("https://bücher.example/a", false)]
    [InlineData("https://example.com//evil.example", false)]
    public async Task The_signature_can_be_verified_from_the_request(string endpoint, bool session)
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var client = FakeService.Client(
            network,
            session ? new SessionAWSCredentials(FakeService.AccessKey, FakeService.SecretKey, FakeService.SessionToken) : null,
            new Uri(endpoint));
        await ConnectorRegistration.Update("orders").WithDescription("adds + paging").SendAsync(client);

        Assert.Equal(
            IndependentVerifier.ExpectedAuthorization(network.Single, FakeService.AccessKey, FakeService.SecretKey, "us-east-1"),
            network.Single.Header("Authorization"));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task The_signature_on_a_real_connection_can_be_verified_too(string address)
    {
        await using var server = new RawAnswerServer(_ => RawAnswerServer.Answer("HTTP/1.1 200 OK", Answers.Arn), IPAddress.Parse(address));
        using var client = new AppFlowClient(new AppFlowClientOptions
        {
            Region = "eu-central-1",
            Endpoint = new Uri(server.Uri, "/base%20path/"),
            Credentials = new BasicAWSCredentials(FakeService.AccessKey, FakeService.SecretKey),
        });
        var response = await ConnectorRegistration.Update("orders").WithClientToken("token").SendAsync(client);

        Assert.Equal(Answers.ConnectorArn, response.ConnectorArn);
        var lines = Assert.Single(server.Heads).Split("\r\n");
        Assert.Equal("POST /base%20path/update-connector-registration HTTP/1.1", lines[0]);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(
            pair => pair[0],
            pair => (IReadOnlyList<string>)[pair[1]],
            StringComparer.OrdinalIgnoreCase);
        Assert.Equal("application/json", headers["content-type"][0]);
        Assert.Equal(server.Uri.Authority, headers["host"][0]);
        var body = """{"connectorLabel":"orders","clientToken":"token"}"""u8.ToArray();
        var sent = new SentRequest(HttpMethod.Post, new Uri(server.Uri, "/base%20path/update-connector-registration"), headers, body);
        Assert.Equal(
            IndependentVerifier.ExpectedAuthorization(sent, FakeService.AccessKey, FakeService.SecretKey, "eu-central-1"),
            sent.Header("Authorization"));
    }

    [Fact]
    public async Task A_base_path_that_begins_with_two_slashes_stays_a_path()
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var client = FakeService.Client(network, endpoint: new Uri("https://example.com//evil.example"));
        await ConnectorRegistration.Update("orders").SendAsync(client);

        Assert.Equal("https://example.com//evil.example/update-connector-registration", network.Single.Uri.AbsoluteUri);
    }
}
