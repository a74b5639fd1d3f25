using System.Net;
using System.Text;
using AppFlow.Fluent.Tests.Data;
using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Errors;

/// <summary>The exception's type and properties for each answer of the service.</summary>
public sealed class ErrorAnswerTests
{
    private static readonly (string Code, int Status, Type Type)[] Modelled =
    [
        ("AccessDeniedException", 403, typeof(AccessDeniedException)),
        ("ConflictException", 409, typeof(ConflictException)),
        ("ConnectorAuthenticationException", 401, typeof(ConnectorAuthenticationException)),
        ("ConnectorServerException", 400, typeof(ConnectorServerException)),
        ("InternalServerException", 500, typeof(InternalServerException)),
        ("ResourceNotFoundException", 404, typeof(ResourceNotFoundException)),
        ("ServiceQuotaExceededException", 402, typeof(ServiceQuotaExceededException)),
        ("ThrottlingException", 429, typeof(ThrottlingException)),
        ("ValidationException", 400, typeof(ValidationException)),
    ];

    public static TheoryData<string> ProtocolCases => new(Facts.ErrorCases.Select(one => (string)one!["id"]!));

    public static TheoryData<string, string> ModelledInEachPlace
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (code, _, _) in Modelled)
            {
                foreach (var place in new[] { "header", "code", "__type", "header with address", "namespaced type" })
                {
                    data.Add(code, place);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(ProtocolCases))]
    public async Task The_error_cases_of_the_protocol_are_read(string id)
    {
        var given = Facts.ErrorCases.Single(one => (string)one!["id"]! == id)!;
        var e = await FailAsync(Answers.Json(
            (int)given["status"]!,
            (string)given["body"]!,
            [.. given["headers"]!.AsObject().Select(header => (header.Key, (string)header.Value!))]));

        Assert.Equal(typeof(AppFlowException), e.GetType());
        Assert.Equal((string)given["expect"]!["code"]!, e.ErrorCode);
        Assert.Equal((int)given["status"]!, (int)e.StatusCode!);
        if ((string?)given["expect"]!["message"] is { } message)
        {
            Assert.Equal(message, e.Message);
        }
    }

    [Fact]
    public void Every_error_of_the_model_has_its_own_type() => Assert.Equal(
        Facts.ServiceModel["shapes"]!.AsObject()
            .Where(shape => shape.Value!["exception"] is not null)
            .Select(shape => (shape.Key, (int)shape.Value!["error"]!["httpStatusCode"]!))
            .Order(),
        Modelled.Select(one => (one.Code, one.Status)).Order());

    [Fact]
    public void The_properties_of_an_error_cannot_be_changed() => Assert.DoesNotContain(
        typeof(AppFlowException).Assembly.GetExportedTypes()
            .Where(type => type.IsAssignableTo(typeof(AppFlowException)))
            .SelectMany(type => type.GetProperties(
                System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic
                | System.Reflection.BindingFlags.DeclaredOnly)),
        Construction.CanBeSetLater);

    [Theory]
    [MemberData(nameof(ModelledInEachPlace))]
    public async Task A_modelled_error_has_its_type_wherever_the_code_is(string code, string place)
    {
        var (_, status, type) = Modelled.Single(one => one.Code == code);
        var e = await FailAsync(place switch
        {
            "header" => Answers.Json(status, """{"message":"why"}""", ("x-amzn-errortype", code)),
            "header with address" => Answers.Json(status, """{"message":"why"}""", ("X-Amzn-ErrorType", code + ":http://internal.amazon.com/coral/")),
            "code" => Answers.Json(status, $$"""{"code":"{{code}}","message":"why"}"""),
            "__type" => Answers.Json(status, $$"""{"__type":"{{code}}","message":"why"}"""),
            _ => Answers.Json(status, $$"""{"__type":"com.amazonaws.appflow#{{code}}","Message":"why"}"""),
        });

        Assert.Equal(type, e.GetType());
        Assert.Equal(code, e.ErrorCode);
        Assert.Equal("why", e.Message);
        Assert.Equal(status, (int)e.StatusCode!);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_code_that_is_unknown_or_absent_is_exactly_AppFlowException_whatever_the_status(int status)
    {
        var unknown = await FailAsync(Answers.Json(status, """{"code":"SomethingNew","message":"why"}"""));
        Assert.Equal(typeof(AppFlowException), unknown.GetType());
        Assert.Equal("SomethingNew", unknown.ErrorCode);

        var absent = await FailAsync(Answers.Json(status, """{"message":"why"}"""));
        Assert.Equal(typeof(AppFlowException), absent.GetType());
        Assert.Null(absent.ErrorCode);
        Assert.Equal("why", absent.Message);
    }

    [Theory]
    [InlineData("FromHeader", """{"code":"FromCode","__type":"FromType"}""", "FromHeader")]
    [InlineData(null, """{"__type":"FromType","code":"FromCode"}""", "FromCode")]
    [InlineData(null, """{"__type":"FromType"}""", "FromType")]
    [InlineData(null, """{"code":"","__type":"FromType"}""", "FromType")]
    [InlineData(null, """{"code":null,"__type":"FromType"}""", "FromType")]
    [InlineData(null, """{"code":{"code":"Nested"},"__type":"FromType"}""", "FromType")]
    [InlineData(null, """{"code":["Nested"],"__type":"FromType"}""", "FromType")]
    [InlineData(null, """{"code":42}""", null)]
    [InlineData(null, """{"error":{"code":"Nested","__type":"Nested","message":"nested"}}""", null)]
    [InlineData(null, """{"Code":"WrongCase"}""", null)]
    [InlineData(null, """["code","ValidationException"]""", null)]
    [InlineData(" ", """{"code":"FromCode"}""", "FromCode")]
    [InlineData(":http://only-an-address", """{"code":"FromCode"}""", "FromCode")]
    [InlineData("ns#FromHeader:http://x#y", """{"code":"FromCode"}""", "FromHeader")]
    public async Task The_code_is_header_then_code_then_type_at_the_top_level(string? header, string body, string? expected)
    {
        var e = await FailAsync(Answers.Json(400, body, header is null ? [] : [("x-amzn-errortype", header)]));
        Assert.Equal(expected, e.ErrorCode);
        Assert.NotEqual("nested", e.Message);
    }

    [Theory]
    [InlineData("""{"message":"small","Message":"capital"}""", "small")]
    [InlineData("""{"Message":"capital"}""", "capital")]
    [InlineData("""{"message":null,"Message":"capital"}""", "capital")]
    [InlineData("""{"message":"","Message":"capital"}""", "capital")]
    public async Task The_message_is_that_of_the_service(string body, string expected) =>
        Assert.Equal(expected, (await FailAsync(Answers.Json(400, body))).Message);

    [Theory]
    [InlineData("", "empty body")]
    [InlineData("<html><body>Bad gateway</body></html>", "text/html")]
    [InlineData("{\"message\"", "10 bytes")]
    [InlineData("""{"message":""}""", "no message")]
    [InlineData("null", "4 bytes")]
    [InlineData("\0\0\0", "3 bytes")]
    public async Task A_body_that_says_nothing_is_described(string body, string says)
    {
        var e = await FailAsync(Answers.Json(502, body, ("content-type", body.StartsWith('<') ? "text/html" : "application/json")));

        Assert.Equal(typeof(AppFlowException), e.GetType());
        Assert.Null(e.ErrorCode);
        Assert.Equal(HttpStatusCode.BadGateway, e.StatusCode);
        Assert.Contains("502", e.Message, StringComparison.Ordinal);
        Assert.Contains("UpdateConnectorRegistration", e.Message, StringComparison.Ordinal);
        Assert.Contains(says, e.Message, StringComparison.Ordinal);
        Assert.True(e.IsRetryable);
    }

    [Fact]
    public async Task The_part_of_a_truncated_error_that_was_read_still_counts()
    {
        var e = await FailAsync(Answers.Json(409, """{"code":"ConflictException","message":"label taken","detail": """));
        Assert.IsType<ConflictException>(e);
        Assert.Equal("label taken", e.Message);
    }

    [Fact]
    public async Task A_byte_order_mark_before_an_error_is_skipped() =>
        Assert.IsType<ConflictException>(await FailAsync(Answers.Json(409, "\uFEFF{\"code\":\"ConflictException\"}")));

    [Fact]
    public async Task Text_that_is_not_UTF8_does_not_hide_the_code()
    {
        byte[] body = [.. "{\"message\":\"caf"u8, 0xE9, .. "\",\"code\":\"ConflictException\"}"u8];
        var e = await FailAsync(Answers.Bytes(409, body));

        Assert.IsType<ConflictException>(e);
        Assert.Equal("caf\uFFFD", e.Message);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_does_not_hide_the_code() =>
        Assert.IsType<ConflictException>(await FailAsync(Answers.Json(409, """{"message":"\ud83d","code":"ConflictException"}""")));

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(304)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_and_says_so(int status)
    {
        var e = await FailAsync(Answers.Json(status, "", ("Location", "https://elsewhere.example/")));

        Assert.Equal(typeof(AppFlowException), e.GetType());
        Assert.Equal(status, (int)e.StatusCode!);
        Assert.Contains("redirect", e.Message, StringComparison.Ordinal);
        Assert.Contains("endpoint", e.Message, StringComparison.Ordinal);
        Assert.False(e.IsRetryable);
    }

    [Theory]
    [InlineData("rubbish")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{\"connectorArn\":\"arn")]
    [InlineData("{\"connectorArn\":42}")]
    [InlineData("{\"connectorArn\":\"a\"} {}")]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("{\"connectorArn\":null}")]
    [InlineData("{\"ConnectorArn\":\"arn\"}")]
    public async Task A_success_that_cannot_be_read_returns_the_token(string body)
    {
        var e = await FailAsync(Answers.Json(200, body, ("x-amzn-requestid", "id-1")));

        Assert.Equal(typeof(AppFlowException), e.GetType());
        Assert.Null(e.ErrorCode);
        Assert.Equal(HttpStatusCode.OK, e.StatusCode);
        Assert.Equal("id-1", e.RequestId);
        Assert.Equal("token", e.ClientToken);
        Assert.True(e.IsRetryable);
        Assert.Contains("token", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_success_with_text_that_is_not_UTF8_cannot_be_read() =>
        Assert.Equal(HttpStatusCode.OK, (await FailAsync(Answers.Bytes(200, [.. "{\"connectorArn\":\"caf"u8, 0xE9, .. "\"}"u8]))).StatusCode);

    [Theory]
    [InlineData("ThrottlingException", 429, true)]
    [InlineData("TooManyRequestsException", 400, true)]
    [InlineData("RequestTimeout", 400, true)]
    [InlineData("InternalServerException", 500, true)]
    [InlineData("Anything", 500, true)]
    [InlineData("Anything", 502, true)]
    [InlineData("Anything", 503, true)]
    [InlineData("Anything", 504, true)]
    [InlineData("Anything", 501, false)]
    [InlineData("Anything", 429, false)]
    [InlineData("ValidationException", 400, false)]
    [InlineData("ConflictException", 409, false)]
    [InlineData("AccessDeniedException", 403, false)]
    public async Task An_error_says_whether_the_same_request_may_succeed_later(string code, int status, bool expected) =>
        Assert.Equal(expected, (await FailAsync(Answers.Json(status, $$"""{"code":"{{code}}"}"""))).IsRetryable);

    [Fact]
    public async Task The_text_of_an_exception_holds_all_its_details()
    {
        var e = await FailAsync(Answers.Json(409, """{"code":"ConflictException","message":"label taken"}""", ("x-amzn-requestid", "id-1")));

        Assert.Equal("id-1", e.RequestId);
        Assert.Equal(1, e.Attempts);
        var text = e.ToString();
        Says.All(text,
            "AppFlow.Fluent.ConflictException: label taken", "ErrorCode: ConflictException", "StatusCode: 409", "RequestId: id-1", "Attempts: 1", "IsRetryable: False", "ClientToken: token", " at AppFlow.Fluent.");
    }

    [Fact]
    public async Task An_operation_without_a_token_has_an_empty_one()
    {
        using var network = new RecordingHandler(_ => Answers.Json(404, Encoding.UTF8.GetString("""{"code":"ResourceNotFoundException"}"""u8)));
        using var client = FakeService.Client(network);
        var e = await Assert.ThrowsAsync<ResourceNotFoundException>(() => ConnectorRegistration.Describe("orders").SendAsync(client));

        Assert.Equal("", e.ClientToken);
        Assert.DoesNotContain("ClientToken:", e.ToString(), StringComparison.Ordinal);
    }

    private static async Task<AppFlowException> FailAsync(HttpResponseMessage answer)
    {
        using var network = new RecordingHandler(_ => answer);
        using var client = FakeService.Client(network);
        var e = await Assert.ThrowsAnyAsync<AppFlowException>(
            () => ConnectorRegistration.Update("orders").WithClientToken("token").SendAsync(client));
        Assert.Equal("token", e.ClientToken);
        Assert.Single(network.Sent);
        return e;
    }
}
