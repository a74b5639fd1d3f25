using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AppFlow.Fluent.Emulator.Operations;

/// <summary>
/// An input by its value, in 16 bytes: two inputs that mean the same have the same fingerprint however they are written, and nobody finds two
/// different ones that share it.
/// </summary>
internal static class InputFingerprint
{
    private const int Absent = -1;

    /// <summary>The fingerprint of these values in this order; an absent one is not an empty one.</summary>
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
