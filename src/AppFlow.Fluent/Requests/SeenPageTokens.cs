using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AppFlow.Fluent.Requests;

/// <summary>
/// The page tokens of one enumeration, to detect a repeated one, with which the pages would never end. It remembers hashes, and starts over
/// when there are many, so that it stays small whatever the service sends; a longer cycle is not detected.
/// </summary>
internal sealed class SeenPageTokens
{
    public const int Most = 10_000;

    private readonly HashSet<UInt128> _seen = [];

    /// <summary>Remembers a token; false when it was seen before.</summary>
    public bool Add(string token)
    {
        if (_seen.Count == Most)
        {
            _seen.Clear();
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(token.AsSpan()), digest);
        return _seen.Add(MemoryMarshal.Read<UInt128>(digest));
    }
}
