using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AppFlow.Fluent.Emulator.Connectors;

/// <summary>
/// Page tokens that name the last label of a page. They stay valid when connectors are registered or unregistered, need no memory, and
/// carry a tag so that only tokens issued here are accepted.
/// </summary>
internal sealed class PageTokens
{
    private const int TagLength = 16;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string After(string lastLabel)
    {
        var label = Encoding.UTF8.GetBytes(lastLabel);
        return Base64Url.EncodeToString([.. Tag(label), .. label]);
    }

    /// <summary>The label that <paramref name="token"/> names; <see langword="null"/> if the token was not issued here.</summary>
    public string? Read(string token)
    {
        if (!Base64Url.IsValid(token))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length < TagLength)
        {
            return null;
        }

        var label = bytes.AsSpan(TagLength);
        return CryptographicOperations.FixedTimeEquals(Tag(label), bytes.AsSpan(0, TagLength)) ? Encoding.UTF8.GetString(label) : null;
    }

    private byte[] Tag(ReadOnlySpan<byte> label) => HMACSHA256.HashData(_key, label)[..TagLength];
}
