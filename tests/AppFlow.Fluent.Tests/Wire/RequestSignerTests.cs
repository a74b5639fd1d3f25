using System.Globalization;
using System.Security.Cryptography;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using AppFlow.Fluent.Wire;
using CsCheck;

namespace AppFlow.Fluent.Tests.Wire;

/// <summary>The signer is compared with the AWS SDK's own signer.</summary>
public sealed class RequestSignerTests
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly string[] Regions =
    [
        "us-east-1", "eu-central-1", "ap-southeast-2", "cn-north-1", "us-gov-west-1", "us-iso-east-1", "us-isob-east-1", "eu-isoe-west-1",
        "us-isof-south-1", "eusc-de-east-1",
    ];

    private static readonly Gen<string> Segment = Gen.OneOfConst(
        "v1", "a b", "a%20b", "é", "漢字", "~user", "a+b", "a&b=c", "x@y", "a:b", "a;b", "a,b", "$1", "(a)", "it's", "a!b", "a*b", "a%2Fb",
        "100%25", "a_b-c.d", "a{b}", "a|b", "a^b", "a`b", "a\"b", "a<b>", "%C3%A9", "a%7Eb", "[a]", "😀", "");

    private static readonly Gen<Uri> BaseAddress = Gen.Select(
        Gen.OneOfConst("https://appflow.eu-central-1.amazonaws.com", "http://127.0.0.1", "http://localhost", "https://example.com", "http://[::1]"),
        Gen.OneOf(Gen.Const(""), Gen.Int[1, 65535].Select(port => string.Create(CultureInfo.InvariantCulture, $":{port}"))),
        Segment.List[0, 4],
        Gen.OneOfConst("", "/"),
        (host, port, segments, end) => new Uri(host + port + string.Concat(segments.Select(segment => "/" + segment)) + end));

    private static readonly Gen<ImmutableCredentials> Credentials = Gen.Select(
        Gen.Char[Alphanumeric].Array[16, 128],
        Gen.Char[' ', '~'].Array[1, 90],
        Gen.OneOf(Gen.Const((char[]?)null), Gen.Char[Alphanumeric + "+/="].Array[1, 40]!, Gen.Char[Alphanumeric + "+/="].Array[500, 3000]!),
        (key, secret, token) => new ImmutableCredentials(new string(key), new string(secret), token is null ? null : new string(token)));

    private static readonly Gen<DateTimeOffset> Time =
        Gen.Long[0, 4_102_444_800].Select(DateTimeOffset.FromUnixTimeSeconds);

    private static readonly Gen<ServiceOperation> Operation = Gen.OneOfConst(
        ServiceOperation.UpdateConnectorRegistration, ServiceOperation.RegisterConnector, ServiceOperation.ListConnectors);

    [Fact]
    public void Twelve_thousand_random_requests_are_signed_as_the_AWS_SDK_signs_them() =>
        Gen.Select(Credentials, Time, Gen.OneOfConst(Regions), BaseAddress, Operation, Gen.Byte.Array[0, 6000])
            .Sample(
                (credentials, time, region, baseAddress, operation, body) =>
                {
                    var endpoint = new ServiceEndpoint(baseAddress);
                    var target = endpoint.TargetOf(operation);
                    Assert.Equal(
                        SdkAuthorization(credentials, time, region, target.Uri, body),
                        OurAuthorization(new RequestSigner(region, "appflow"), credentials, time, endpoint.Host, ServiceEndpoint.CanonicalPath(target.Uri.AbsolutePath), body));
                },
                iter: 12_000);

    [Fact]
    public void A_signer_stays_correct_when_day_and_secret_change() =>
        Gen.Select(Credentials.Array[1, 3], Time.Array[1, 3], Gen.Int[0, 2].Array[1, 12], Gen.Int[0, 2].Array[12])
            .Sample(
                (credentials, times, whose, when) =>
                {
                    var signer = new RequestSigner("eu-central-1", "appflow");
                    for (var i = 0; i < whose.Length; i++)
                    {
                        var identity = credentials[whose[i] % credentials.Length];
                        var time = times[when[i] % times.Length];
                        Assert.Equal(
                            OurAuthorization(new RequestSigner("eu-central-1", "appflow"), identity, time, "example.com", "/a", []),
                            OurAuthorization(signer, identity, time, "example.com", "/a", []));
                    }
                },
                iter: 1_000);

    [Fact]
    public void One_signer_is_correct_on_many_threads_with_alternating_credentials()
    {
        var signer = new RequestSigner("eu-central-1", "appflow");
        var identities = Enumerable.Range(0, 4).Select(i => new ImmutableCredentials($"KEY{i}", $"secret{i}", null)).ToArray();
        var time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var expected = identities
            .Select(identity => OurAuthorization(new RequestSigner("eu-central-1", "appflow"), identity, time, "example.com", "/a", [1]))
            .ToArray();

        Parallel.For(0, 20_000, i => Assert.Equal(
            expected[i % identities.Length],
            OurAuthorization(signer, identities[i % identities.Length], time, "example.com", "/a", [1])));
    }

    [Fact]
    public void A_timestamp_is_written_in_universal_time_without_separators() =>
        Assert.Equal("20260102T020405Z", RequestSigner.FormatTimestamp(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 999, TimeSpan.FromHours(1))));

    [Fact]
    public void The_published_vector_post_vanilla_has_the_published_signature()
    {
        var signer = new RequestSigner("us-east-1", "service");
        var authorization = signer.Sign(
            new ImmutableCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null),
            "20150830T123600Z",
            new CanonicalHead("/", [("host", "example.amazonaws.com")], "x-amz-date"),
            ["20150830T123600Z"],
            []);

        Assert.Equal(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, "
            + "Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
            authorization);
    }

    private static string OurAuthorization(
        RequestSigner signer,
        ImmutableCredentials credentials,
        DateTimeOffset time,
        string host,
        string canonicalPath,
        byte[] body)
    {
        var timestamp = RequestSigner.FormatTimestamp(time);
        (string, string)[] shared = [("content-type", "application/json"), ("host", host)];
        string[] varying = ["x-amz-content-sha256", "x-amz-date"];
        string[] values = [Convert.ToHexStringLower(SHA256.HashData(body)), timestamp];
        return credentials.UseToken
            ? signer.Sign(
                credentials,
                timestamp,
                new CanonicalHead(canonicalPath, shared, [.. varying, "x-amz-security-token"]),
                [.. values, credentials.Token],
                body)
            : signer.Sign(credentials, timestamp, new CanonicalHead(canonicalPath, shared, varying), values, body);
    }

    private static string SdkAuthorization(ImmutableCredentials credentials, DateTimeOffset time, string region, Uri uri, byte[] body)
    {
        var request = new AWSSigningRequest { HttpMethod = HttpMethod.Post, RequestUri = uri, Content = body };
        request.Headers["content-type"] = "application/json";
        AWSCredentials identity = credentials.UseToken
            ? new SessionAWSCredentials(credentials.AccessKey, credentials.SecretKey, credentials.Token)
            : new BasicAWSCredentials(credentials.AccessKey, credentials.SecretKey);
        var signed = AWSSigV4Signer.Sign(request, new AWSSigV4Parameters
        {
            Credentials = identity,
            Region = RegionEndpoint.GetBySystemName(region),
            Service = "appflow",
            SignedAt = time.UtcDateTime,
        });
        return signed.Headers["Authorization"];
    }
}
