using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AppFlow.Fluent.Emulator.Operations;

/// <summary>
/// A 16-byte hash of an input's values: equal inputs have the same fingerprint even if their JSON differs, and collisions cannot be
/// constructed.
/// </summary>
internal static class InputFingerprint
{
    private const int Absent = -1;

    /// <summary>The fingerprint of these values in this order; an absent value differs from an empty one.</summary>
    public static UInt128 Of(params ReadOnlySpan<string?> values)
    {
        var length = 0;
        foreach (var value in values)
        {
            length += sizeof(int) + Encoding.UTF8.GetMaxByteCount(value?.Length ?? 0);
        }

        var bytes = length <= 4096 ? stackalloc byte[length] : new byte[length];
        var rest = bytes;
        foreach (var value in values)
        {
            var written = value is null ? 0 : Encoding.UTF8.GetBytes(value, rest[sizeof(int)..]);
            BinaryPrimitives.WriteInt32LittleEndian(rest, value is null ? Absent : written);
            rest = rest[(sizeof(int) + written)..];
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..^rest.Length], hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
