using System.Globalization;
using Amazon.Runtime;
using AppFlow.Fluent.Emulator.Tests.Wire;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Emulator.Tests;

public sealed class SignatureTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 8, 23, 12, 36, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Now);

    private TestEmulator _appflow = null!;

    public async Task InitializeAsync() => _appflow = await TestEmulator.StartAsync(new AppFlowEmulatorOptions { TimeProvider = _clock });

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Theory]
    [InlineData("/list-connectors")]
    [InlineData("/list-connectors?")]
    [InlineData("/list-connectors?b=2&a=1&a=0&c&d=%20x%2F&e=é")]
    public async Task A_signature_of_the_AWS_SDK_is_accepted(string target) =>
        (await _appflow.SendAsync(HttpMethod.Post, target, "{}"u8.ToArray())).ShouldSucceed();

    [Fact]
    public async Task A_signature_of_the_AWS_SDK_without_the_payload_is_accepted() =>
        (await _appflow.SendAsync(HttpMethod.Post, "/list-connectors", "{}"u8.ToArray(), signPayload: false)).ShouldSucceed();

    [Fact]
    public async Task A_signature_of_the_AWS_SDK_is_accepted_with_any_session_token() =>
        (await _appflow.SendAsync(HttpMethod.Post, "/list-connectors", "{}"u8.ToArray(), new SessionAWSCredentials("emulator", "emulator", "any"))).ShouldSucceed();

    [Fact]
    public async Task The_credentials_of_the_options_are_accepted_and_no_others()
    {
        await using var appflow = await TestEmulator.StartAsync(
            new AppFlowEmulatorOptions { AccessKey = "AKIDEXAMPLE", SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY é", SessionToken = "FwoG/+=", Region = "eu-west-1" });
        var body = "{}"u8.ToArray();

        (await appflow.SendAsync(HttpMethod.Post, "/list-connectors", body)).ShouldSucceed();
        foreach (var credentials in new AWSCredentials[]
        {
            new BasicAWSCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY é"),
            new SessionAWSCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY é", "other"),
            new SessionAWSCredentials("emulator", "emulator", "FwoG/+="),
        })
        {
            (await appflow.SendAsync(HttpMethod.Post, "/list-connectors", body, credentials)).ShouldFail(403, "UnrecognizedClientException");
        }
    }

    [Fact]
    public async Task A_request_without_a_signature_is_a_missing_token() =>
        (await Request().SendAsync()).ShouldFail(403, "MissingAuthenticationTokenException");

    [Fact]
    public async Task A_presigned_query_does_not_count_as_a_signature() =>
        (await Request("/list-connectors?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=00").SendAsync()).ShouldFail(403, "MissingAuthenticationTokenException");

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/")]
    public async Task Without_a_key_a_client_does_not_learn_which_paths_exist(string target) =>
        (await Request(target).SendAsync()).ShouldFail(403, "MissingAuthenticationTokenException");

    [Theory]
    [InlineData("")]
    [InlineData("AWS4-HMAC-SHA256")]
    [InlineData("AWS4-HMAC-SHA256 ")]
    [InlineData("Basic ZW11bGF0b3I6ZW11bGF0b3I=")]
    [InlineData("Bearer token")]
    [InlineData("AWS4-ECDSA-P256-SHA256 Credential=emulator/20260823/appflow/aws4_request, SignedHeaders=host, Signature=00")]
    [InlineData("AWS4-HMAC-SHA256 SignedHeaders=host;x-amz-date, Signature=00")]
    [InlineData("AWS4-HMAC-SHA256 Credential=emulator/20260823/us-east-1/appflow/aws4_request, Signature=00")]
    [InlineData("AWS4-HMAC-SHA256 Credential=emulator/20260823/us-east-1/appflow/aws4_request, SignedHeaders=host;x-amz-date")]
    [InlineData("AWS4-HMAC-SHA256 Credential=emulator/20260823/us-east-1/appflow/aws4_request, SignedHeaders=host;x-amz-date, Signature=")]
    [InlineData("AWS4-HMAC-SHA256 Credential=emulator, SignedHeaders=host;x-amz-date, Signature=00")]
    [InlineData("AWS4-HMAC-SHA256 Credential=emulator/20260823//appflow/aws4_request, SignedHeaders=host;x-amz-date, Signature=00")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/20260823/us-east-1/appflow/aws4_request, SignedHeaders=host;x-amz-date, Signature=00")]
    [InlineData("AWS4-HMAC-SHA256 Credential=emulator/20260823/us-east-1/appflow/aws4_request, SignedHeaders=host;;x-amz-date, Signature=00")]
    [InlineData("AWS4-HMAC-SHA256 Credential=emulator/20260823/us-east-1/appflow/aws4_request, SignedHeaders=host;host;x-amz-date, Signature=00")]
    [InlineData("AWS4-HMAC-SHA256 Credential=emulator/20260823/us-east-1/appflow/aws4_request, SignedHeaders=host, Signature=00, Signature=01")]
    [InlineData("AWS4-HMAC-SHA256 nonsense")]
    [InlineData("AWS4-HMAC-SHA256 =,=")]
    [InlineData("AWS4-HMAC-SHA256 Credential=emulator/20260823/us-east-1/appflow/aws4_request, SignedHeaders=host;x-amz-date, Signature=00, Extra=1")]
    [InlineData("AWS4-HMAC-SHA256 Credential=emulator/20260823/us-east-1/appflow/aws4_request, SignedHeaders=host;x-amz-date, Signature=00,")]
    [InlineData("AWS4-HMAC-SHA256 Credential=emulator/20260823/us-east-1/appflow/aws4_request, credential=x, SignedHeaders=host;x-amz-date, Signature=00")]
    public async Task A_malformed_authorization_is_incomplete(string authorization) =>
        (await Request().With("Authorization", authorization).SendAsync()).ShouldFail(403, "IncompleteSignatureException");

    [Fact]
    public async Task Each_missing_part_is_named()
    {
        var message = (await Request().With("Authorization", "AWS4-HMAC-SHA256 Credential=a").SendAsync()).Message;

        Assert.Equal("Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter.", message);
    }

    [Fact]
    public async Task A_signature_without_a_date_is_incomplete() =>
        (await Request().Sign().Without("X-Amz-Date").SendAsync()).ShouldFail(403, "IncompleteSignatureException");

    [Theory]
    [InlineData("")]
    [InlineData("2026-08-23T12:36:00Z")]
    [InlineData("20260823T123600")]
    [InlineData("20260832T123600Z")]
    [InlineData("99999999T999999Z")]
    public async Task A_malformed_date_is_incomplete(string date) =>
        (await Request().Sign().With("X-Amz-Date", date).SendAsync()).ShouldFail(403, "IncompleteSignatureException");

    [Theory]
    [InlineData("r")]
    [InlineData("yyyyMMdd'T'HHmmss'Z'")]
    public async Task Without_x_amz_date_the_date_header_counts(string format)
    {
        var request = Request().Without("X-Amz-Date").With("Date", Now.ToString(format, CultureInfo.InvariantCulture));
        request.SignedHeaders = "date;host";

        (await request.SignAndSendAsync()).ShouldSucceed();
    }

    [Fact]
    public async Task X_amz_date_takes_precedence_over_the_date_header() =>
        (await Request().With("Date", "Thu, 01 Jan 1970 00:00:00 GMT").SignAndSendAsync()).ShouldSucceed();

    [Fact]
    public async Task An_unknown_access_key_is_an_unrecognized_client()
    {
        var request = Request();
        request.AccessKey = "Emulator";

        (await request.SignAndSendAsync()).ShouldFail(403, "UnrecognizedClientException");
    }

    [Fact]
    public async Task A_wrong_secret_is_an_invalid_signature_and_the_answer_shows_what_to_sign()
    {
        var request = Request();
        request.SecretKey = "wrong";

        var answer = (await request.SignAndSendAsync()).ShouldFail(403, "InvalidSignatureException");

        Assert.Contains("The Canonical String for this request should have been\n'POST\n/list-connectors\n\ncontent-type:application/json\nhost:", answer.Message, StringComparison.Ordinal);
        Assert.Contains("The String-to-Sign should have been\n'AWS4-HMAC-SHA256\n20260823T123600Z\n20260823/us-east-1/appflow/aws4_request\n", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mismatch_never_reveals_the_secret_or_the_right_signature()
    {
        await using var appflow = await TestEmulator.StartAsync(new AppFlowEmulatorOptions { SecretKey = "very-secret", TimeProvider = _clock });
        var good = new RawRequest(appflow.Emulator.Endpoint, "/list-connectors", signedAt: Now) { SecretKey = "very-secret" }.Sign();
        (await good.SendAsync()).ShouldSucceed();
        var right = good.Headers.Single(header => header.Key == "Authorization").Value.Split("Signature=")[1];

        var answer = await new RawRequest(appflow.Emulator.Endpoint, "/list-connectors", signedAt: Now) { SecretKey = "guess" }.SignAndSendAsync();

        answer.ShouldFail(403, "InvalidSignatureException");
        Assert.DoesNotContain("very-secret", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(right, answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20260823/eu-west-1/appflow/aws4_request")]
    [InlineData("20260823/us-east-1/s3/aws4_request")]
    [InlineData("20260823/us-east-1/appflow/aws5_request")]
    [InlineData("20260822/us-east-1/appflow/aws4_request")]
    public async Task A_signature_for_another_scope_is_invalid(string scope)
    {
        var request = Request();
        request.Scope = scope;

        (await request.SignAndSendAsync()).ShouldFail(403, "InvalidSignatureException");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(900)]
    [InlineData(-900)]
    public async Task A_date_within_fifteen_minutes_is_accepted(int seconds) =>
        (await new RawRequest(_appflow.Emulator.Endpoint, "/list-connectors", signedAt: Now.AddSeconds(seconds)).SignAndSendAsync()).ShouldSucceed();

    [Theory]
    [InlineData(901, "Signature not yet current: 20260823T125101Z is still later than 20260823T125100Z (20260823T123600Z + 15 min.)")]
    [InlineData(-901, "Signature expired: 20260823T122059Z is now earlier than 20260823T122100Z (20260823T123600Z - 15 min.)")]
    public async Task A_date_more_than_fifteen_minutes_away_is_an_invalid_signature(int seconds, string message)
    {
        var answer = await new RawRequest(_appflow.Emulator.Endpoint, "/list-connectors", signedAt: Now.AddSeconds(seconds)).SignAndSendAsync();

        Assert.Equal(message, answer.ShouldFail(403, "InvalidSignatureException").Message);
    }

    [Fact]
    public async Task Fractions_of_a_second_do_not_shorten_the_window()
    {
        _clock.Advance(TimeSpan.FromMilliseconds(999));

        (await new RawRequest(_appflow.Emulator.Endpoint, "/list-connectors", signedAt: Now.AddMinutes(-15)).SignAndSendAsync()).ShouldSucceed();
    }

    [Theory]
    [InlineData("host;x-amz-date")]
    [InlineData("host;x-amz-date;x-extra")]
    [InlineData("content-length;content-type;host;x-amz-date;x-extra")]
    public async Task Any_signed_headers_that_include_host_and_date_are_accepted(string signedHeaders)
    {
        var request = Request().With("X-Extra", "1").With("Content-Length", "2");
        request.SignedHeaders = signedHeaders;
        request.Sign().Without("Content-Length");

        (await request.SendAsync()).ShouldSucceed();
    }

    [Fact]
    public async Task A_valid_authorization_with_an_unknown_part_is_incomplete()
    {
        var request = Request().Sign();
        var authorization = request.Headers.Single(header => header.Key == "Authorization").Value;

        (await request.With("Authorization", authorization + ", Extra=1").SendAsync()).ShouldFail(403, "IncompleteSignatureException");
    }

    [Fact]
    public async Task A_repeated_authorization_is_incomplete_whichever_one_is_valid()
    {
        var request = Request().Sign();
        var authorization = request.Headers.Single(header => header.Key == "Authorization").Value;
        request.Headers.Add(new("Authorization", authorization));
        (await request.SendAsync()).ShouldFail(403, "IncompleteSignatureException");

        request.Headers.RemoveAt(request.Headers.Count - 1);
        request.Headers.Add(new("authorization", "Bearer token"));
        (await request.SendAsync()).ShouldFail(403, "IncompleteSignatureException");
    }

    [Fact]
    public async Task A_header_that_was_not_signed_may_change()
    {
        var request = Request();
        request.SignedHeaders = "host;x-amz-date";

        (await request.Sign().With("Content-Type", "application/json; charset=utf-8").SendAsync()).ShouldSucceed();
    }

    [Fact]
    public async Task Signed_headers_may_be_listed_in_any_order_and_case()
    {
        var request = Request().Sign();
        var authorization = request.Headers.Single(header => header.Key == "Authorization").Value;

        (await request.With("Authorization", authorization.Replace("content-type;host;x-amz-date", "X-Amz-Date;Host;content-type", StringComparison.Ordinal)).SendAsync())
            .ShouldSucceed();
    }

    [Theory]
    [InlineData("content-type;x-amz-date")]
    [InlineData("content-type;host")]
    public async Task Host_and_date_must_be_signed(string signedHeaders)
    {
        var request = Request();
        request.SignedHeaders = signedHeaders;

        (await request.SignAndSendAsync()).ShouldFail(403, "InvalidSignatureException");
    }

    [Fact]
    public async Task A_signed_header_that_is_not_sent_is_an_invalid_signature()
    {
        var request = Request();
        request.SignedHeaders = "host;x-absent;x-amz-date";

        (await request.SignAndSendAsync()).ShouldFail(403, "InvalidSignatureException");
    }

    [Theory]
    [InlineData("a   b     c")]
    [InlineData("   a b   ")]
    [InlineData("\"a   b\"")]
    [InlineData("")]
    [InlineData(" ")]
    public async Task White_space_in_a_header_is_collapsed_before_it_is_signed(string value)
    {
        var request = Request().With("X-Extra", value);
        request.SignedHeaders = "host;x-amz-date;x-extra";

        (await request.SignAndSendAsync()).ShouldSucceed();
    }

    [Fact]
    public async Task Several_values_of_one_header_are_signed_in_their_order()
    {
        var request = Request();
        request.Headers.Add(new("X-Extra", " b "));
        request.Headers.Add(new("X-Extra", "a  a"));
        request.SignedHeaders = "host;x-amz-date;x-extra";

        (await request.SignAndSendAsync()).ShouldSucceed();
    }

    [Fact]
    public async Task A_correct_body_hash_is_accepted_signed_or_not()
    {
        var request = Request();
        request.With("X-Amz-Content-Sha256", request.BodyHash);
        (await request.SignAndSendAsync()).ShouldSucceed();

        request.SignedHeaders = "host;x-amz-content-sha256;x-amz-date";
        (await request.SignAndSendAsync()).ShouldSucceed();
    }

    [Theory]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("STREAMING-AWS4-HMAC-SHA256-PAYLOAD")]
    [InlineData("unsigned-payload")]
    [InlineData("")]
    public async Task A_wrong_body_hash_is_an_invalid_signature(string hash)
    {
        var request = Request().With("X-Amz-Content-Sha256", hash);
        request.PayloadHash = hash;
        request.SignedHeaders = "host;x-amz-content-sha256;x-amz-date";

        (await request.SignAndSendAsync()).ShouldFail(403, "InvalidSignatureException");
    }

    [Fact]
    public async Task An_unsigned_payload_may_change_but_not_claim_to_be_signed()
    {
        var request = Request().With("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD");
        request.PayloadHash = "UNSIGNED-PAYLOAD";
        request.Sign().Body = """{"maxResults":1}"""u8.ToArray();
        (await request.SendAsync()).ShouldSucceed();

        request.Without("X-Amz-Content-Sha256");
        (await request.SendAsync()).ShouldFail(403, "InvalidSignatureException");
    }

    [Fact]
    public async Task A_changed_body_is_an_invalid_signature()
    {
        var request = Request().Sign();
        request.Body = "{ }"u8.ToArray();

        (await request.SendAsync()).ShouldFail(403, "InvalidSignatureException");
    }

    [Fact]
    public async Task A_changed_header_is_an_invalid_signature() =>
        (await Request().Sign().With("Content-Type", "application/json; charset=utf-8").SendAsync()).ShouldFail(403, "InvalidSignatureException");

    [Theory]
    [InlineData("/describe-connector")]
    [InlineData("/list-connectors?x=1")]
    [InlineData("/list-connectors/")]
    [InlineData("/List-connectors")]
    public async Task A_changed_path_or_query_is_an_invalid_signature(string target)
    {
        var request = Request().Sign();
        request.Target = target;

        (await request.SendAsync()).ShouldFail(403, "InvalidSignatureException");
    }

    [Fact]
    public async Task A_changed_method_is_an_invalid_signature()
    {
        var request = Request().Sign();
        request.Method = "PUT";

        (await request.SendAsync()).ShouldFail(403, "InvalidSignatureException");
    }

    [Theory]
    [InlineData("?b=2&a=1", "a=1&b=2")]
    [InlineData("?a=2&a=10&a=1", "a=1&a=10&a=2")]
    [InlineData("?x", "x=")]
    [InlineData("?x=a=b", "x=a%3Db")]
    [InlineData("?x=a+b/c", "x=a%2Bb%2Fc")]
    [InlineData("?x=%7e%2f%E1%88%B4", "x=~%2F%E1%88%B4")]
    [InlineData("?a-b=1&ab=2&a=3", "a=3&a-b=1&ab=2")]
    [InlineData("?x=%&y=%zz", "x=%25&y=%25zz")]
    [InlineData("?", "")]
    public async Task The_query_is_signed_sorted_and_encoded(string query, string canonicalQuery)
    {
        var request = Request("/list-connectors" + query);
        request.CanonicalQuery = canonicalQuery;

        (await request.SignAndSendAsync()).ShouldSucceed();
    }

    [Theory]
    [InlineData("/a%20b", "/a%2520b")]
    [InlineData("/a:b", "/a%3Ab")]
    [InlineData("/a~b-c_d.e", "/a~b-c_d.e")]
    public async Task The_path_is_encoded_twice_for_the_signature(string target, string canonicalPath)
    {
        var request = Request(target);
        request.CanonicalPath = canonicalPath;

        (await request.SignAndSendAsync()).ShouldFail(404, "UnknownOperationException");
    }

    [Fact]
    public async Task A_path_that_was_encoded_only_once_is_an_invalid_signature() =>
        (await Request("/a%20b").SignAndSendAsync()).ShouldFail(403, "InvalidSignatureException");

    [Fact]
    public async Task An_absolute_request_target_is_understood()
    {
        var request = Request(new Uri(_appflow.Emulator.Endpoint, "/list-connectors").AbsoluteUri);
        request.CanonicalPath = "/list-connectors";

        (await request.SignAndSendAsync()).ShouldSucceed();
    }

    [Fact]
    public async Task The_signature_is_verified_before_the_body_is_parsed() =>
        (await new RawRequest(_appflow.Emulator.Endpoint, "/list-connectors", "not json").SendAsync()).ShouldFail(403, "MissingAuthenticationTokenException");

    private RawRequest Request(string target = "/list-connectors") => new(_appflow.Emulator.Endpoint, target, signedAt: Now);
}
