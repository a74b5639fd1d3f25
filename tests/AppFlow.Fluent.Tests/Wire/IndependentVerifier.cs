using System.Security.Cryptography;
using System.Text;
using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Wire;

/// <summary>A second, slow implementation of Signature Version 4, from what was sent, as a server sees it.</summary>
internal static class IndependentVerifier
{
    public static string ExpectedAuthorization(SentRequest request, string accessKey, string secretKey, string region)
    {
        var authorization = request.Header("Authorization");
        var signedHeaders = authorization.Split("SignedHeaders=")[1].Split(',')[0];
        var timestamp = request.Header("x-amz-date");
        var scope = $"{timestamp[..8]}/{region}/appflow/aws4_request";

        var canonical = new StringBuilder();
        canonical.Append("POST\n");
        canonical.Append(string.Join('/', request.Uri.AbsolutePath.Split('/').Select(EncodeOnceMore))).Append("\n\n");
        foreach (var name in signedHeaders.Split(';'))
        {
            var value = name == "host" ? HostOf(request) : request.Header(name);
            canonical.Append(name).Append(':').Append(value.Trim()).Append('\n');
        }

        canonical.Append('\n').Append(signedHeaders).Append('\n').Append(Hash(request.Body));

        var toSign = $"AWS4-HMAC-SHA256\n{timestamp}\n{scope}\n{Hash(Encoding.UTF8.GetBytes(canonical.ToString()))}";
        var key = Encoding.UTF8.GetBytes("AWS4" + secretKey);
        foreach (var part in scope.Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
        return $"AWS4-HMAC-SHA256 Credential={accessKey}/{scope}, SignedHeaders={signedHeaders}, Signature={signature}";
    }

    private static string HostOf(SentRequest request) => request.Headers.ContainsKey("host")
        ? request.Header("host")
        : request.Uri.IsDefaultPort ? request.Uri.IdnHost : $"{request.Uri.IdnHost}:{request.Uri.Port}";

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string EncodeOnceMore(string segment) => string.Concat(Encoding.UTF8.GetBytes(segment)
        .Select(code => char.IsAsciiLetterOrDigit((char)code) || "-._~".Contains((char)code, StringComparison.Ordinal)
            ? ((char)code).ToString()
            : $"%{code:X2}"));
}
