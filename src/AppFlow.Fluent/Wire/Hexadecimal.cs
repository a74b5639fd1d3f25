using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AppFlow.Fluent.Wire;

/// <summary>Lower-case hexadecimal digits of short byte sequences: hashes and UUIDs.</summary>
/// <remarks>
/// The runtime's conversions shuffle vectors. A Native AOT program for any x64 processor has to do that in a loop, so that the conversions of
/// one call took a tenth of its instructions. Arithmetic takes a tenth of that.
/// </remarks>
internal static class Hexadecimal
{
    /// <summary>Writes two digits for each byte.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="text">The destination, at least twice as long.</param>
    public static void Write(ReadOnlySpan<byte> bytes, Span<byte> text)
    {
        var pairs = MemoryMarshal.Cast<byte, ushort>(text)[..bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            var digits = DigitsOf(bytes[i]);
            pairs[i] = BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness((ushort)digits) : (ushort)digits;
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, Span{byte})"/>
    public static void Write(ReadOnlySpan<byte> bytes, Span<char> text)
    {
        var pairs = MemoryMarshal.Cast<char, uint>(text)[..bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            var digits = DigitsOf(bytes[i]);
            pairs[i] = BitConverter.IsLittleEndian ? ((digits & 0xFF) << 16) | (digits >> 8) : ((digits & 0xFF00) << 8) | (digits & 0xFF);
        }
    }

    // Computes both digits at once, the first in the upper byte: adds '0' to each half byte, and to those beyond '9' also the distance to 'a'.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint DigitsOf(byte value)
    {
        var halves = ((uint)(value & 0xF0) << 4) | (value & 0x0Fu);
        var letters = ((halves + 0x0606) >> 4) & 0x0101;
        return halves + 0x3030 + (letters * ('a' - '9' - 1));
    }
}
