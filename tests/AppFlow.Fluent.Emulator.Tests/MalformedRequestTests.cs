using System.Text;
using AppFlow.Fluent.Emulator.Tests.Wire;

namespace AppFlow.Fluent.Emulator.Tests;

public sealed class MalformedRequestTests : IAsyncLifetime
{
    private const int MaxLength = 1024 * 1024;

    private TestEmulator _appflow = null!;

    public static TheoryData<string> MalformedJson { get; } =
    [
        "{", "}", "[", "nul", "null", "[]", "1", "\"{}\"", "true", " ", "{}{}", "{} x", "{'connectorLabel':'known'}", "{connectorLabel:\"known\"}",
        """{"connectorLabel":"known",}""", """{"connectorLabel" "known"}""", """{"connectorLabel":}""", """{"connectorLabel":"known""",
        """{"connectorLabel":"\x"}""", """{"connectorLabel":"\u12"}""", "{\"connectorLabel\":\"a\nb\"}", "{\"connectorLabel\":\"a\0b\"}",
        """{"connectorLabel":NaN}""", """{"connectorLabel":01}""", """{"connectorLabel":+1}""", "// {}", "/**/{}", "\0", "<xml/>", "a=b&c=d",
        """{"connectorLabel":"known","description":"\ud800"}""", """{"connectorLabel":"\udc00\ud800"}""", """{"connectorLabel":"known","unknown":"\ud800x"}""",
        """{"connectorLabel":"known","\ud800":1}""",
    ];

    public static TheoryData<string, string> WrongTypes { get; } = new()
    {
        { "/update-connector-registration", """{"connectorLabel":1}""" },
        { "/update-connector-registration", """{"connectorLabel":true}""" },
        { "/update-connector-registration", """{"connectorLabel":["known"]}""" },
        { "/update-connector-registration", """{"connectorLabel":{"S":"known"}}""" },
        { "/update-connector-registration", """{"connectorLabel":"known","description":1}""" },
        { "/update-connector-registration", """{"connectorLabel":"known","clientToken":1e999}""" },
        { "/update-connector-registration", """{"connectorLabel":"known","connectorProvisioningConfig":"x"}""" },
        { "/update-connector-registration", """{"connectorLabel":"known","connectorProvisioningConfig":[]}""" },
        { "/update-connector-registration", """{"connectorLabel":"known","connectorProvisioningConfig":{"lambda":"x"}}""" },
        { "/update-connector-registration", """{"connectorLabel":"known","connectorProvisioningConfig":{"lambda":{"lambdaArn":{}}}}""" },
        { "/register-connector", """{"connectorProvisioningType":["LAMBDA"]}""" },
        { "/unregister-connector", """{"connectorLabel":"known","forceDelete":"true"}""" },
        { "/unregister-connector", """{"connectorLabel":"known","forceDelete":1}""" },
        { "/describe-connector", """{"connectorType":7}""" },
        { "/list-connectors", """{"maxResults":"5"}""" },
        { "/list-connectors", """{"maxResults":1.5}""" },
        { "/list-connectors", """{"maxResults":1.0}""" },
        { "/list-connectors", """{"maxResults":1e1}""" },
        { "/list-connectors", """{"maxResults":2147483648}""" },
        { "/list-connectors", """{"maxResults":-99999999999999999999999999999999999999}""" },
        { "/list-connectors", """{"maxResults":1e99999999}""" },
        { "/list-connectors", """{"maxResults":true}""" },
        { "/list-connectors", """{"nextToken":5}""" },
    };

    public async Task InitializeAsync()
    {
        _appflow = await TestEmulator.StartAsync();
        await _appflow.RegisterAsync("known");
    }

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(MalformedJson))]
    public async Task A_body_that_is_not_a_json_object_cannot_be_read(string body)
    {
        (await _appflow.PostAsync("/update-connector-registration", body)).ShouldFail(400, "SerializationException");

        Assert.Single(_appflow.Emulator.Applied);
    }

    [Theory]
    [MemberData(nameof(WrongTypes))]
    public async Task A_value_of_the_wrong_type_cannot_be_read(string path, string body) =>
        (await _appflow.PostAsync(path, body)).ShouldFail(400, "SerializationException");

    [Fact]
    public async Task A_wrong_type_is_reported_with_its_path()
    {
        var answer = await _appflow.PostAsync("/register-connector", """{"connectorProvisioningConfig":{"lambda":{"lambdaArn":[]}}}""");

        Assert.Equal("The member 'connectorProvisioningConfig.lambda.lambdaArn' must be a string, and is an array.", answer.Message);
    }

    [Fact]
    public async Task A_wrong_type_takes_precedence_over_a_violated_constraint() =>
        (await _appflow.PostAsync("/register-connector", """{"connectorLabel":"","clientToken":1}""")).ShouldFail(400, "SerializationException");

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}' })]
    [InlineData(new byte[] { 0xFE, 0xFF, 0, (byte)'{', 0, (byte)'}' })]
    [InlineData(new byte[] { (byte)'{', (byte)'"', 0xC3, (byte)'"', (byte)':', (byte)'1', (byte)'}' })]
    [InlineData(new byte[] { (byte)'{', (byte)'"', 0xED, 0xA0, 0x80, (byte)'"', (byte)':', (byte)'1', (byte)'}' })]
    [InlineData(new byte[] { (byte)'{', (byte)'"', 0xC0, 0xAF, (byte)'"', (byte)':', (byte)'1', (byte)'}' })]
    public async Task A_body_that_is_not_plain_utf8_cannot_be_read(byte[] body) =>
        (await _appflow.PostAsync("/list-connectors", body)).ShouldFail(400, "SerializationException");

    [Theory]
    [InlineData("{\"x\":", "1", "}")]
    [InlineData("[", "", "]")]
    public async Task A_body_nested_10000_deep_cannot_be_read(string open, string middle, string close)
    {
        var body = string.Concat(Enumerable.Repeat(open, 10_000)) + middle + string.Concat(Enumerable.Repeat(close, 10_000));

        (await _appflow.PostAsync("/list-connectors", body)).ShouldFail(400, "SerializationException");
        (await _appflow.PostAsync("/list-connectors", $$"""{"unknown":{{body}}}""")).ShouldFail(400, "SerializationException");
    }

    [Fact]
    public async Task An_empty_body_counts_as_an_empty_object() =>
        (await _appflow.PostAsync("/list-connectors", Array.Empty<byte>())).ShouldSucceed();

    [Fact]
    public async Task The_last_of_repeated_members_counts() =>
        (await _appflow.PostAsync("/update-connector-registration", """{"connectorLabel":1,"connectorLabel":"known"}""")).ShouldSucceed();

    [Fact]
    public async Task Characters_beyond_the_basic_plane_are_read_escaped_or_not()
    {
        var escaped = await _appflow.PostAsync("/update-connector-registration", """{"connectorLabel":"known","unknown":"\ud83d\ude00"}""");
        var plain = await _appflow.PostAsync("/update-connector-registration", """{"connectorLabel":"known","😀":"😀"}""");

        escaped.ShouldSucceed();
        plain.ShouldSucceed();
    }

    [Fact]
    public async Task A_number_of_any_size_in_an_unknown_member_is_ignored() =>
        (await _appflow.PostAsync("/list-connectors", $$"""{"unknown":1{{new string('0', 5000)}}e999999}""")).ShouldSucceed();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_exactly_one_mebibyte_is_accepted(bool chunked)
    {
        var body = Padded(MaxLength);
        Assert.Equal(MaxLength, body.Length);

        (await SendAsync(body, chunked)).ShouldSucceed();
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(20 * MaxLength, false)]
    [InlineData(20 * MaxLength, true)]
    public async Task A_larger_body_is_refused(int excess, bool chunked)
    {
        // A body far beyond the limit may find a closed connection instead of being read.
        if (excess == 1)
        {
            (await SendAsync(Padded(MaxLength + excess), chunked)).ShouldFail(413, "RequestEntityTooLargeException");
        }
        else
        {
            await Record.ExceptionAsync(() => SendAsync(Padded(MaxLength + excess), chunked));
        }

        (await _appflow.ListAsync()).ShouldSucceed();
        Assert.Single(_appflow.Emulator.Applied);
    }

    [Theory]
    [InlineData("GET", "/list-connectors")]
    [InlineData("PUT", "/list-connectors")]
    [InlineData("DELETE", "/list-connectors")]
    [InlineData("post", "/list-connectors")]
    [InlineData("BREW", "/list-connectors")]
    [InlineData("POST", "/")]
    [InlineData("POST", "/list-connectors/")]
    [InlineData("POST", "//list-connectors")]
    [InlineData("POST", "/LIST-CONNECTORS")]
    [InlineData("POST", "/x/../list-connectors")]
    [InlineData("POST", "/list-connectors/x")]
    [InlineData("POST", "/nowhere")]
    [InlineData("POST", "/_emulator")]
    public async Task Another_path_or_method_is_not_an_operation(string method, string target)
    {
        var request = new RawRequest(_appflow.Emulator.Endpoint, target) { Method = method };

        (await request.SignAndSendAsync()).ShouldFail(404, "UnknownOperationException");
    }

    [Fact]
    public async Task An_encoded_path_is_another_path()
    {
        var request = new RawRequest(_appflow.Emulator.Endpoint, "/list%2Dconnectors") { CanonicalPath = "/list%252Dconnectors" };

        (await request.SignAndSendAsync()).ShouldFail(404, "UnknownOperationException");
    }

    [Fact]
    public async Task A_HEAD_request_is_answered_without_a_body()
    {
        var answer = await new RawRequest(_appflow.Emulator.Endpoint, "/list-connectors") { Method = "HEAD" }.SignAndSendAsync();

        Assert.Equal(404, answer.Status);
        Assert.Equal("UnknownOperationException", answer.ErrorType);
        Assert.Empty(answer.Body);
    }

    [Theory]
    [InlineData("zz\r\n")]
    [InlineData("5\r\nab")]
    [InlineData("-1\r\n\r\n")]
    [InlineData("FFFFFFFFFFFFFFFF\r\n\r\n")]
    public async Task A_broken_chunk_is_a_bad_request_or_a_closed_connection(string chunks)
    {
        var head = $"POST /list-connectors HTTP/1.1\r\nHost: {_appflow.Emulator.Endpoint.Authority}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
        if (chunks.StartsWith('5'))
        {
            // The rest never arrives: the client disconnects before the server notices.
            await RawRequest.AbandonAsync(_appflow.Emulator.Endpoint, Encoding.ASCII.GetBytes(head + chunks));
        }
        else
        {
            (await RawRequest.SendBytesAsync(_appflow.Emulator.Endpoint, Encoding.ASCII.GetBytes(head + chunks))).ShouldFail(400, "SerializationException");
        }

        (await _appflow.ListAsync()).ShouldSucceed();
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("POST /list-connectors HTTP/1.1\r\n\r\n")]
    [InlineData("POST /list-connectors HTTP/9.9\r\nHost: x\r\n\r\n")]
    [InlineData("POST / HTTP/2.0\r\n\r\n")]
    [InlineData("post /x http/1.1\r\n\r\n")]
    [InlineData("POST /%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")]
    [InlineData("POST /%ff%fe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")]
    [InlineData("POST /list-connectors HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n")]
    [InlineData("POST /list-connectors HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /list-connectors HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n")]
    [InlineData("POST /list-connectors HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n")]
    [InlineData("POST /list-connectors HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n")]
    public async Task Bytes_that_are_not_http_are_a_client_error(string bytes)
    {
        var answer = await RawRequest.SendBytesAsync(_appflow.Emulator.Endpoint, Encoding.Latin1.GetBytes(bytes));

        Assert.InRange(answer.Status, 400, 499);
        Assert.Contains("\"message\":\"", answer.Body, StringComparison.Ordinal);
        (await _appflow.ListAsync()).ShouldSucceed();
    }

    [Fact]
    public async Task The_preface_of_HTTP_2_does_no_harm()
    {
        await RawRequest.AbandonAsync(_appflow.Emulator.Endpoint, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());

        (await _appflow.ListAsync()).ShouldSucceed();
    }

    [Fact]
    public async Task Too_large_headers_are_a_client_error()
    {
        var tooLarge = await new RawRequest(_appflow.Emulator.Endpoint, "/list-connectors").With("X-Large", new string('a', 40_000)).SendAsync();
        var tooMany = new RawRequest(_appflow.Emulator.Endpoint, "/list-connectors");
        tooMany.Headers.AddRange(Enumerable.Range(0, 200).Select(i => new KeyValuePair<string, string>($"X-{i}", "1")));

        Assert.Equal(431, tooLarge.Status);
        Assert.Equal(431, (await tooMany.SendAsync()).Status);
    }

    private static byte[] Padded(int length)
    {
        const string Start = """{"connectorType":"CustomConnector","connectorLabel":"known","unknown":""" + "\"";
        return Encoding.ASCII.GetBytes(Start + new string('a', length - Start.Length - 2) + "\"}");
    }

    private Task<WireAnswer> SendAsync(byte[] body, bool chunked)
    {
        var request = new RawRequest(_appflow.Emulator.Endpoint, "/describe-connector", body);
        if (chunked)
        {
            request.Sign().With("Transfer-Encoding", "chunked");
            request.Body = [.. Encoding.ASCII.GetBytes($"{body.Length:X}\r\n"), .. body, .. "\r\n0\r\n\r\n"u8];
            return request.SendAsync();
        }

        return request.SignAndSendAsync();
    }
}
