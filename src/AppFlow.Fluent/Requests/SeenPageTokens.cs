using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AppFlow.Fluent.Requests;

/// <summary>
/// The page tokens of one enumeration, to notice one that comes again: the pages would go round for ever. It remembers digests, and
/// begins anew when there are many, so that it stays small whatever the service sends; a longer circle than that is not noticed.
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
