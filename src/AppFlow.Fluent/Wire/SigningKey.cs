using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace AppFlow.Fluent.Wire;

/// <summary>The signing key of one day, region, service and identity. Thread-safe.</summary>
internal sealed class SigningKey
{
    private readonly string _date;
    private readonly string _region;
    private readonly string _service;
    private readonly string _accessKey;
    private readonly string _secretKey;
    private readonly byte[] _scope;
    private readonly byte[] _key;

    // Setting up a key costs as much as signing with it.
    private readonly ConcurrentQueue<IncrementalHash> _unused = new();

    public SigningKey(string date, string region, string service, ImmutableCredentials credentials)
    {
        _date = date;
        _region = region;
        _service = service;
        _accessKey = credentials.AccessKey;
        _secretKey = credentials.SecretKey;
        var scope = $"{date}/{region}/{service}/aws4_request";
        _scope = Encoding.UTF8.GetBytes(scope);
        Credential = $"AWS4-HMAC-SHA256 Credential={_accessKey}/{scope}";

        Span<byte> key = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes("AWS4" + _secretKey), Encoding.UTF8.GetBytes(date), key);
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(region), key);
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(service), key);
        HMACSHA256.HashData(key, "aws4_request"u8, key);
        _key = key.ToArray();
    }

    public ReadOnlySpan<byte> Bytes => _key;

    /// <summary>The beginning of an <c>Authorization</c> header: the algorithm, who signs, and what the key is for.</summary>
    public string Credential { get; }

    /// <summary>What the key is for: day, region and service, as the signature names them.</summary>
    public ReadOnlySpan<byte> ScopeUtf8 => _scope;

    public bool Matches(ReadOnlySpan<char> date, string region, string service, ImmutableCredentials credentials) =>
        date.SequenceEqual(_date) && _region == region && _service == service
        && _accessKey == credentials.AccessKey && _secretKey == credentials.SecretKey;

    /// <summary>Writes the signature of a string to sign.</summary>
    public void Sign(ReadOnlySpan<byte> stringToSign, Span<byte> signature)
    {
        if (!_unused.TryDequeue(out var hash))
        {
            hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        }

        hash.AppendData(stringToSign);
        hash.GetHashAndReset(signature);
        _unused.Enqueue(hash);
    }
}
