using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace AppFlow.Fluent.Emulator.Tests.Wire;

/// <summary>
/// A request written byte for byte, with its own signer: it can send what no correct client would, and a signature over anything that a
/// test chooses.
/// </summary>
public sealed class RawRequest
{
    private readonly Uri _endpoint;

    public RawRequest(Uri endpoint, string target, string body = "{}", DateTimeOffset? signedAt = null)
        : this(endpoint, target, Encoding.UTF8.GetBytes(body), signedAt)
    {
    }

    public RawRequest(Uri endpoint, string target, byte[] body, DateTimeOffset? signedAt = null)
    {
        _endpoint = endpoint;
        Target = target;
        Body = body;
        Date = (signedAt ?? DateTimeOffset.UtcNow).UtcDateTime;
        Headers =
        [
            new("Host", endpoint.Authority),
            new("Content-Type", "application/json"),
            new("X-Amz-Date", Date.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)),
        ];
        SignedHeaders = "content-type;host;x-amz-date";
        Scope = $"{Date:yyyyMMdd}/us-east-1/appflow/aws4_request";
    }

    public string Method { get; set; } = "POST";

    public string Target { get; set; }

    public List<KeyValuePair<string, string>> Headers { get; }

    public byte[] Body { get; set; }

    public DateTime Date { get; }

    public string SignedHeaders { get; set; }

    public string Scope { get; set; }

    public string AccessKey { get; set; } = "emulator";

    public string SecretKey { get; set; } = "emulator";

    public string? CanonicalPath { get; set; }

    public string CanonicalQuery { get; set; } = "";

    /// <summary>The last line of the canonical request; the body's hash by default.</summary>
    public string? PayloadHash { get; set; }

    public string BodyHash => Convert.ToHexStringLower(SHA256.HashData(Body));

    public RawRequest With(string name, string value)
    {
        Headers.RemoveAll(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        Headers.Add(new(name, value));
        return this;
    }

    public RawRequest Without(string name)
    {
        Headers.RemoveAll(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        return this;
    }

    /// <summary>Adds the Authorization header for the current request.</summary>
    public RawRequest Sign()
    {
        var canonicalHeaders = string.Concat(SignedHeaders.Split(';').Select(name => $"{name}:{CanonicalValue(name)}\n"));
        var canonicalRequest =
            $"{Method}\n{CanonicalPath ?? Target.Split('?')[0]}\n{CanonicalQuery}\n{canonicalHeaders}\n{SignedHeaders}\n{PayloadHash ?? BodyHash}";
        var stringToSign = $"AWS4-HMAC-SHA256\n{Date:yyyyMMdd'T'HHmmss'Z'}\n{Scope}\n"
            + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)));
        var key = Scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + SecretKey), Hmac);
        var signature = Convert.ToHexStringLower(Hmac(key, stringToSign));
        return With("Authorization", $"AWS4-HMAC-SHA256 Credential={AccessKey}/{Scope}, SignedHeaders={SignedHeaders}, Signature={signature}");
    }

    public Task<WireAnswer> SignAndSendAsync() => Sign().SendAsync();

    /// <summary>Sends the request and returns what was received, even nothing or half an answer.</summary>
    public Task<RawReply> SignAndExchangeAsync() => ExchangeAsync(_endpoint, Sign().ToBytes());

    /// <summary>Sends the request and disconnects when <paramref name="until"/> completes.</summary>
    public async Task SignAndAbandonAsync(Func<Task> until)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_endpoint.Host, _endpoint.Port);
        await client.GetStream().WriteAsync(Sign().ToBytes());
        await until();
    }

    public Task<WireAnswer> SendAsync() => SendBytesAsync(_endpoint, ToBytes());

    private byte[] ToBytes()
    {
        var head = new StringBuilder($"{Method} {Target} HTTP/1.1\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        if (!Headers.Any(header => header.Key.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)))
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n");
        }

        head.Append("Connection: close\r\n\r\n");
        return [.. Encoding.Latin1.GetBytes(head.ToString()), .. Body];
    }

    /// <summary>Sends raw bytes, and reads until the server closes.</summary>
    public static async Task<WireAnswer> SendBytesAsync(Uri endpoint, byte[] bytes)
    {
        var reply = await ExchangeAsync(endpoint, bytes);
        return reply.WasReset ? throw new IOException("The connection was reset.") : WireAnswer.Parse(reply.Text);
    }

    private static async Task<RawReply> ExchangeAsync(Uri endpoint, byte[] bytes)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var client = new TcpClient();
        await client.ConnectAsync(endpoint.Host, endpoint.Port, timeout.Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(bytes, timeout.Token);
        using var received = new MemoryStream();
        try
        {
            await stream.CopyToAsync(received, timeout.Token);
            return new RawReply(Encoding.UTF8.GetString(received.ToArray()), WasReset: false);
        }
        catch (IOException reset) when (reset.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            return new RawReply(Encoding.UTF8.GetString(received.ToArray()), WasReset: true);
        }
    }

    /// <summary>Sends raw bytes, and disconnects.</summary>
    public static async Task AbandonAsync(Uri endpoint, byte[] bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(endpoint.Host, endpoint.Port);
        await client.GetStream().WriteAsync(bytes);
    }

    private string CanonicalValue(string name) => string.Join(',', Headers
        .Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(header => string.Join(' ', header.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
