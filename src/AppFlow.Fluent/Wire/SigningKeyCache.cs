using System.Security.Cryptography;
using System.Text;

namespace AppFlow.Fluent.Wire;

/// <summary>
/// The signing key of Signature Version 4, derived once for each day, region and secret.
/// </summary>
/// <remarks>
/// One entry is enough: a client signs for one region, and the day and the secret change seldom. The entry is an immutable object
/// swapped as a whole, so readers need no lock; two threads that derive the same key at once only waste a little work.
/// </remarks>
internal sealed class SigningKeyCache
{
    private Entry? _entry;

    /// <summary>The key for <paramref name="date"/> (<c>yyyyMMdd</c>), region, service and secret.</summary>
    public ReadOnlySpan<byte> Get(ReadOnlySpan<char> date, string region, string service, string secretKey)
    {
        var entry = Volatile.Read(ref _entry);
        if (entry is null || !entry.Matches(date, region, service, secretKey))
        {
            entry = new Entry(date.ToString(), region, service, secretKey);
            Volatile.Write(ref _entry, entry);
        }

        return entry.Key;
    }

    private sealed class Entry
    {
        private readonly string _date;
        private readonly string _region;
        private readonly string _service;
        private readonly string _secretKey;

        public Entry(string date, string region, string service, string secretKey)
        {
            _date = date;
            _region = region;
            _service = service;
            _secretKey = secretKey;

            Span<byte> key = stackalloc byte[HMACSHA256.HashSizeInBytes];
            HMACSHA256.HashData(Encoding.UTF8.GetBytes("AWS4" + secretKey), Encoding.UTF8.GetBytes(date), key);
            HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(region), key);
            HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(service), key);
            HMACSHA256.HashData(key, "aws4_request"u8, key);
            Key = key.ToArray();
        }

        public byte[] Key { get; }

        public bool Matches(ReadOnlySpan<char> date, string region, string service, string secretKey) =>
            date.SequenceEqual(_date) && _region == region && _service == service && _secretKey == secretKey;
    }
}
