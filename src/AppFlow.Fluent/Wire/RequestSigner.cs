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

    /// <summary>Signs a POST without a query.</summary>
    /// <param name="credentials">The credentials; a session token must be among the headers.</param>
    /// <param name="timestamp">The value of <c>x-amz-date</c>, which must be among the headers too.</param>
    /// <param name="head">The path and the headers.</param>
    /// <param name="values">The values of the varying headers, without outer or doubled spaces.</param>
    /// <param name="body">The bytes that are sent.</param>
    public string Sign(
        ImmutableCredentials credentials,
        string timestamp,
        CanonicalHead head,
        ReadOnlySpan<string> values,
        ReadOnlySpan<byte> body)
    {
        var key = _keys.Get(timestamp.AsSpan(0, DateLength), region, service, credentials);
        var bound = Math.Max(CanonicalRequestBound(head, values), StringToSignBound(timestamp, key));
        byte[]? rented = null;
        var buffer = bound <= StackLimit ? stackalloc byte[StackLimit] : rented = ArrayPool<byte>.Shared.Rent(bound);
        try
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            HashCanonicalRequest(head, values, body, buffer, hash);
            SignHash(timestamp, key, buffer, hash);
            return Authorization(key.Credential, head.BeforeSignature, hash);
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

    private static int CanonicalRequestBound(CanonicalHead head, ReadOnlySpan<string> values)
    {
        var bound = head.Length + HashHexLength;
        foreach (var value in values)
        {
            bound += Encoding.UTF8.GetMaxByteCount(value.Length);
        }

        return bound;
    }

    private static void HashCanonicalRequest(
        CanonicalHead head,
        ReadOnlySpan<string> values,
        ReadOnlySpan<byte> body,
        Span<byte> buffer,
        Span<byte> hash)
    {
        var writer = new SpanWriter<byte>(buffer);
        writer.Write(head.Start);
        for (var i = 0; i < values.Length; i++)
        {
            writer.Write(head.LineStart(i));
            writer.WriteUtf8(values[i]);
            writer.Write("\n"u8);
        }

        writer.Write(head.End);
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

    private static string Authorization(string credential, string beforeSignature, ReadOnlySpan<byte> signature)
    {
        var length = credential.Length + beforeSignature.Length + HashHexLength;
        return string.Create(length, new AuthorizationParts(credential, beforeSignature, signature), static (text, parts) =>
        {
            var writer = new SpanWriter<char>(text);
            writer.Write(parts.Credential);
            writer.Write(parts.BeforeSignature);
            writer.WriteHex(parts.Signature);
        });
    }

    private readonly ref struct AuthorizationParts(string credential, string beforeSignature, ReadOnlySpan<byte> signature)
    {
        public readonly ReadOnlySpan<byte> Signature = signature;
        public readonly string Credential = credential;
        public readonly string BeforeSignature = beforeSignature;
    }

    private sealed record Timestamp(long Second, string Text);
}
