using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace AppFlow.Fluent.Wire;

/// <summary>
/// AWS Signature Version 4 for one region and service: turns a POST into the value of its <c>Authorization</c> header.
/// </summary>
/// <remarks>
/// <para>The text to hash is written once, as bytes, into a stack or pooled buffer; the only allocation is the result.</para>
/// <para>See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html"/>.</para>
/// </remarks>
internal sealed class RequestSigner(string region, string service)
{
    /// <summary>The format of <c>x-amz-date</c>.</summary>
    public const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    // A stack buffer is cleared first, so it is only as long as a request without a session token needs.
    private const int StackLimit = 512;
    private const int HashHexLength = SHA256.HashSizeInBytes * 2;
    private const int DateLength = 8;

    // A cached instance costs less than one per hash, and there is no await while it is in use.
    [ThreadStatic]
    private static IncrementalHash? _sha256;

    // Calls in the same second share it.
    private static Timestamp? _lastTimestamp;

    private readonly SigningKeyCache _keys = new();

    /// <summary>Signs a POST to <paramref name="canonicalPath"/> without a query.</summary>
    /// <param name="credentials">The credentials; a session token must be among <paramref name="headers"/>.</param>
    /// <param name="timestamp">The value of <c>x-amz-date</c>, which must be among <paramref name="headers"/> too.</param>
    /// <param name="canonicalPath">The path as Signature Version 4 needs it: each segment encoded once more than on the wire.</param>
    /// <param name="headers">The headers to sign, ordered by name.</param>
    /// <param name="body">The bytes that are sent.</param>
    public string Sign(
        ImmutableCredentials credentials,
        string timestamp,
        string canonicalPath,
        ReadOnlySpan<SignedHeader> headers,
        ReadOnlySpan<byte> body)
    {
        var date = timestamp.AsSpan(0, DateLength);
        var bound = Math.Max(CanonicalRequestBound(canonicalPath, headers), StringToSignBound(timestamp));
        byte[]? rented = null;
        var buffer = bound <= StackLimit ? stackalloc byte[StackLimit] : rented = ArrayPool<byte>.Shared.Rent(bound);
        try
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            HashCanonicalRequest(canonicalPath, headers, body, buffer, hash);
            SignScope(credentials.SecretKey, timestamp, date, buffer, hash);
            return Authorization(credentials.AccessKey, date, headers, hash);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    /// <summary>Formats <paramref name="time"/> as the value of <c>x-amz-date</c>.</summary>
    public static string FormatTimestamp(DateTimeOffset time)
    {
        var second = time.UtcTicks / TimeSpan.TicksPerSecond;
        var last = Volatile.Read(ref _lastTimestamp);
        if (last?.Second != second)
        {
            last = new Timestamp(second, time.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture));
            Volatile.Write(ref _lastTimestamp, last);
        }

        return last.Text;
    }

    private static int CanonicalRequestBound(string canonicalPath, ReadOnlySpan<SignedHeader> headers)
    {
        var bound = 8 + Encoding.UTF8.GetMaxByteCount(canonicalPath.Length) + HashHexLength;
        foreach (var header in headers)
        {
            bound += (2 * header.Name.Length) + Encoding.UTF8.GetMaxByteCount(header.Value.Length) + 3;
        }

        return bound;
    }

    private static void HashCanonicalRequest(
        string canonicalPath,
        ReadOnlySpan<SignedHeader> headers,
        ReadOnlySpan<byte> body,
        Span<byte> buffer,
        Span<byte> hash)
    {
        var writer = new SpanWriter<byte>(buffer);
        writer.Write("POST\n"u8);
        writer.WriteUtf8(canonicalPath);
        writer.Write("\n\n"u8);
        foreach (var header in headers)
        {
            writer.WriteUtf8(header.Name);
            writer.Write(":"u8);
            writer.WriteUtf8(header.Value);
            writer.Write("\n"u8);
        }

        writer.Write("\n"u8);
        for (var i = 0; i < headers.Length; i++)
        {
            if (i > 0)
            {
                writer.Write(";"u8);
            }

            writer.WriteUtf8(headers[i].Name);
        }

        writer.Write("\n"u8);
        Hash(body, hash);
        writer.WriteHex(hash);
        Hash(writer.Written, hash);
    }

    private static void Hash(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        var sha256 = _sha256 ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha256.AppendData(data);
        sha256.GetHashAndReset(hash);
    }

    private int StringToSignBound(string timestamp) =>
        64 + timestamp.Length + Encoding.UTF8.GetMaxByteCount(region.Length + service.Length) + HashHexLength;

    /// <summary>Replaces the hash of the canonical request with the signature.</summary>
    private void SignScope(string secretKey, string timestamp, ReadOnlySpan<char> date, Span<byte> buffer, Span<byte> hash)
    {
        var writer = new SpanWriter<byte>(buffer);
        writer.Write("AWS4-HMAC-SHA256\n"u8);
        writer.WriteUtf8(timestamp);
        writer.Write("\n"u8);
        writer.WriteUtf8(date);
        writer.Write("/"u8);
        writer.WriteUtf8(region);
        writer.Write("/"u8);
        writer.WriteUtf8(service);
        writer.Write("/aws4_request\n"u8);
        writer.WriteHex(hash);
        _keys.Get(date, region, service, secretKey).Sign(writer.Written, hash);
    }

    private string Authorization(
        string accessKey,
        ReadOnlySpan<char> date,
        ReadOnlySpan<SignedHeader> headers,
        ReadOnlySpan<byte> signature)
    {
        const string Prefix = "AWS4-HMAC-SHA256 Credential=";
        const string Terminator = "/aws4_request, SignedHeaders=";
        const string BeforeSignature = ", Signature=";

        var length = Prefix.Length + accessKey.Length + 1 + DateLength + 1 + region.Length + 1 + service.Length
            + Terminator.Length + BeforeSignature.Length + HashHexLength;
        foreach (var header in headers)
        {
            length += header.Name.Length + 1;
        }

        // No separator follows the last name.
        length--;
        return string.Create(length, new AuthorizationParts(accessKey, date, region, service, headers, signature), static (text, parts) =>
        {
            var writer = new SpanWriter<char>(text);
            writer.Write(Prefix);
            writer.Write(parts.AccessKey);
            writer.Write("/");
            writer.Write(parts.Date);
            writer.Write("/");
            writer.Write(parts.Region);
            writer.Write("/");
            writer.Write(parts.Service);
            writer.Write(Terminator);
            for (var i = 0; i < parts.Headers.Length; i++)
            {
                if (i > 0)
                {
                    writer.Write(";");
                }

                writer.Write(parts.Headers[i].Name);
            }

            writer.Write(BeforeSignature);
            writer.WriteHex(parts.Signature);
        });
    }

    private readonly ref struct AuthorizationParts(
        string accessKey, ReadOnlySpan<char> date, string region, string service, ReadOnlySpan<SignedHeader> headers, ReadOnlySpan<byte> signature)
    {
        public readonly ReadOnlySpan<char> Date = date;
        public readonly ReadOnlySpan<SignedHeader> Headers = headers;
        public readonly ReadOnlySpan<byte> Signature = signature;
        public readonly string AccessKey = accessKey;
        public readonly string Region = region;
        public readonly string Service = service;
    }

    private sealed record Timestamp(long Second, string Text);
}
