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
    /// <param name="credentials">The credentials; a session token must be among the headers.</param>
    /// <param name="timestamp">The value of <c>x-amz-date</c>, which must be among the headers too.</param>
    /// <param name="canonicalPath">The path as Signature Version 4 needs it: each segment encoded once more than on the wire.</param>
    /// <param name="names">The names of the headers to sign.</param>
    /// <param name="values">The values of these headers, without outer or doubled spaces.</param>
    /// <param name="body">The bytes that are sent.</param>
    public string Sign(
        ImmutableCredentials credentials,
        string timestamp,
        string canonicalPath,
        SignedHeaderNames names,
        ReadOnlySpan<string> values,
        ReadOnlySpan<byte> body)
    {
        var key = _keys.Get(timestamp.AsSpan(0, DateLength), region, service, credentials.SecretKey);
        var bound = Math.Max(CanonicalRequestBound(canonicalPath, names, values), StringToSignBound(timestamp, key));
        byte[]? rented = null;
        var buffer = bound <= StackLimit ? stackalloc byte[StackLimit] : rented = ArrayPool<byte>.Shared.Rent(bound);
        try
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            HashCanonicalRequest(canonicalPath, names, values, body, buffer, hash);
            SignHash(timestamp, key, buffer, hash);
            return Authorization(credentials.AccessKey, key.Scope, names.Joined, hash);
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

    private static int CanonicalRequestBound(string canonicalPath, SignedHeaderNames names, ReadOnlySpan<string> values)
    {
        var bound = 8 + Encoding.UTF8.GetMaxByteCount(canonicalPath.Length) + names.LengthOfLineStarts + names.JoinedUtf8.Length + HashHexLength;
        foreach (var value in values)
        {
            bound += Encoding.UTF8.GetMaxByteCount(value.Length) + 1;
        }

        return bound;
    }

    private static void HashCanonicalRequest(
        string canonicalPath,
        SignedHeaderNames names,
        ReadOnlySpan<string> values,
        ReadOnlySpan<byte> body,
        Span<byte> buffer,
        Span<byte> hash)
    {
        var writer = new SpanWriter<byte>(buffer);
        writer.Write("POST\n"u8);
        writer.WriteUtf8(canonicalPath);
        writer.Write("\n\n"u8);
        for (var i = 0; i < values.Length; i++)
        {
            writer.Write(names.LineStart(i));
            writer.WriteUtf8(values[i]);
            writer.Write("\n"u8);
        }

        writer.Write("\n"u8);
        writer.Write(names.JoinedUtf8);
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

    private static int StringToSignBound(string timestamp, SigningKey key) =>
        32 + Encoding.UTF8.GetMaxByteCount(timestamp.Length) + key.ScopeUtf8.Length + HashHexLength;

    /// <summary>Replaces the hash of the canonical request with the signature.</summary>
    private static void SignHash(string timestamp, SigningKey key, Span<byte> buffer, Span<byte> hash)
    {
        var writer = new SpanWriter<byte>(buffer);
        writer.Write("AWS4-HMAC-SHA256\n"u8);
        writer.WriteUtf8(timestamp);
        writer.Write("\n"u8);
        writer.Write(key.ScopeUtf8);
        writer.Write("\n"u8);
        writer.WriteHex(hash);
        key.Sign(writer.Written, hash);
    }

    private static string Authorization(string accessKey, string scope, string signedHeaders, ReadOnlySpan<byte> signature)
    {
        const string Prefix = "AWS4-HMAC-SHA256 Credential=";
        const string BeforeNames = ", SignedHeaders=";
        const string BeforeSignature = ", Signature=";

        var length = Prefix.Length + accessKey.Length + 1 + scope.Length + BeforeNames.Length + signedHeaders.Length + BeforeSignature.Length + HashHexLength;
        return string.Create(length, new AuthorizationParts(accessKey, scope, signedHeaders, signature), static (text, parts) =>
        {
            var writer = new SpanWriter<char>(text);
            writer.Write(Prefix);
            writer.Write(parts.AccessKey);
            writer.Write("/");
            writer.Write(parts.Scope);
            writer.Write(BeforeNames);
            writer.Write(parts.SignedHeaders);
            writer.Write(BeforeSignature);
            writer.WriteHex(parts.Signature);
        });
    }

    private readonly ref struct AuthorizationParts(string accessKey, string scope, string signedHeaders, ReadOnlySpan<byte> signature)
    {
        public readonly ReadOnlySpan<byte> Signature = signature;
        public readonly string AccessKey = accessKey;
        public readonly string Scope = scope;
        public readonly string SignedHeaders = signedHeaders;
    }

    private sealed record Timestamp(long Second, string Text);
}
