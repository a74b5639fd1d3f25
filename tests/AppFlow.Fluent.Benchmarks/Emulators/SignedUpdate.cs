using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AppFlow.Fluent.Benchmarks.Emulators;

/// <summary>Writes signed updates as raw HTTP bytes, each with its own token.</summary>
internal sealed class SignedUpdate(Uri endpoint)
{
    public const string Label = "orders";

    private static readonly byte[] DateKey = Encoding.ASCII.GetBytes("AWS4emulator");

    private readonly string _host = endpoint.Authority;
    private string _second = "";
    private byte[] _key = [];

    /// <summary>A request that registers the updated connector.</summary>
    public byte[] Registration() => Write(
        "/register-connector",
        $$$$"""{"connectorLabel":"{{{{Label}}}}","connectorProvisioningType":"LAMBDA","connectorProvisioningConfig":{"lambda":{"lambdaArn":"arn:aws:lambda:us-east-1:123456789012:function:orders"}}}""");

    /// <summary>The next update.</summary>
    public byte[] Next() => Write(
        "/update-connector-registration",
        $$"""{"connectorLabel":"{{Label}}","description":"reads pages of a hundred orders","clientToken":"{{Guid.NewGuid()}}"}""");

    private byte[] Write(string path, string body)
    {
        var now = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var day = now[..8];
        if (!_second.StartsWith(day, StringComparison.Ordinal))
        {
            _key = Hmac(Hmac(Hmac(Hmac(DateKey, day), "us-east-1"), "appflow"), "aws4_request");
        }

        _second = now;
        var id = Guid.NewGuid();
        const string Signed = "amz-sdk-invocation-id;amz-sdk-request;content-type;host;x-amz-date";
        var canonical =
            $"POST\n{path}\n\namz-sdk-invocation-id:{id}\namz-sdk-request:attempt=1; max=3\ncontent-type:application/json\nhost:{_host}\nx-amz-date:{now}\n\n{Signed}\n{Hash(body)}";
        var scope = $"{day}/us-east-1/appflow/aws4_request";
        var signature = Convert.ToHexStringLower(Hmac(_key, $"AWS4-HMAC-SHA256\n{now}\n{scope}\n{Hash(canonical)}"));
        return Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {_host}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nX-Amz-Date: {now}\r\n"
            + $"amz-sdk-invocation-id: {id}\r\namz-sdk-request: attempt=1; max=3\r\nUser-Agent: AppFlow.Fluent/0.1.0 lang/dotnet#10.0.0\r\n"
            + $"Authorization: AWS4-HMAC-SHA256 Credential=emulator/{scope}, SignedHeaders={Signed}, Signature={signature}\r\n\r\n{body}");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text));
}
