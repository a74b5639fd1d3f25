using System.IO.Compression;
using System.Text;
using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Hostile;

/// <summary>Bodies in encodings that are not valid for JSON.</summary>
public sealed class EncodingTests
{
    private const string Json = "HTTP/1.1 200 OK\r\nContent-Type: application/json";

    private static readonly Dictionary<string, Hostility> Encodings = new Hostility[]
    {
        Hostility.Unreadable("UTF-16", Http.Answer($"{Json}; charset=utf-16", Encoding.Unicode.GetBytes(Answers.Arn)), "charset=utf-16", "cannot be read"),
        Hostility.Unreadable("UTF-16 with its mark", Http.Answer(Json, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Answers.Arn)]), "0xFF"),
        Hostility.Unreadable("UTF-32", Http.Answer(Json, Encoding.UTF32.GetBytes(Answers.Arn)), "cannot be read"),
        Hostility.Unreadable("Latin-1", Http.Answer(Json, [.. "{\"connectorArn\":\"caf"u8, 0xE9, .. "\"}"u8]), "UTF-8"),
        Hostility.Unreadable("half a sequence", Http.Answer(Json, [.. "{\"connectorArn\":\""u8, 0xF0, 0x9F, .. "\"}"u8]), "UTF-8"),
        Hostility.Unreadable("an overlong sequence", Http.Answer(Json, [.. "{\"connectorArn\":\""u8, 0xC0, 0xAF, .. "\"}"u8]), "UTF-8"),
        Hostility.Unreadable("gzip", Http.Answer($"{Json}\r\nContent-Encoding: gzip", Gzip(Answers.Arn)), "encoded with gzip", "0x1F"),
        Hostility.Unreadable("two marks", Http.Answer(Json, "\uFEFF\uFEFF" + Answers.Arn), "0xEF"),
        Hostility.Refused("an error in UTF-16", 409, Http.Answer("HTTP/1.1 409 No", Encoding.Unicode.GetBytes("{\"code\":\"x\"}")), "no error code"),
        Hostility.Refused("an error in gzip", 503, Http.Answer("HTTP/1.1 503 No\r\nContent-Encoding: gzip", Gzip("{}")), "encoded with gzip"),
    }.ToDictionary(one => one.Name);

    public static TheoryData<string> Names => new(Encodings.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_body_that_is_not_UTF8_is_described(string name) => await Victim.AssertFailsAsync(Encodings[name]);

    [Theory]
    [InlineData("application/json; charset=klingon")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=\"")]
    [InlineData("text/plain")]
    [InlineData("no media type at all")]
    [InlineData("")]
    public async Task The_content_type_does_not_matter_if_the_body_is_JSON(string contentType)
    {
        await using var server = new HostileServer(peer => peer.ServeAsync(Http.Answer($"HTTP/1.1 200 OK\r\nContent-Type: {contentType}", Answers.Arn)));
        using var client = Victim.Client(server.Uri);

        Assert.Equal(Answers.ConnectorArn, (await Victim.Request.SendAsync(client)).ConnectorArn);
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped()
    {
        await using var server = new HostileServer(peer => peer.ServeAsync(Http.Json("\uFEFF" + Answers.Arn)));
        using var client = Victim.Client(server.Uri);

        Assert.Equal(Answers.ConnectorArn, (await Victim.Request.SendAsync(client)).ConnectorArn);
    }

    [Fact]
    public async Task No_content_encoding_is_requested()
    {
        var head = "";
        await using var server = new HostileServer(async peer =>
        {
            head = await peer.ReadRequestAsync();
            await peer.WriteAsync(Http.Healthy);
        });
        using var client = Victim.Client(server.Uri);
        await Victim.Request.SendAsync(client);

        Assert.DoesNotContain("accept-encoding", head, StringComparison.OrdinalIgnoreCase);
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
