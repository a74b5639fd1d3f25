using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AppFlow.Fluent.Wire;

/// <summary>Lower-case hexadecimal digits of short byte sequences: hashes and UUIDs.</summary>
/// <remarks>
/// The runtime's conversions shuffle vectors. A Native AOT program for any x64 processor has to do that in a loop, so that the conversions of
/// one call took a tenth of its instructions. With arithmetic on vectors they take less than a hundredth.
/// </remarks>
internal static class Hexadecimal
{
    /// <summary>Writes two digits for each byte.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="text">The destination, at least twice as long.</param>
    public static void Write(ReadOnlySpan<byte> bytes, Span<byte> text)
    {
        for (; HasVector(bytes); bytes = bytes[Vector128<byte>.Count..], text = text[(2 * Vector128<byte>.Count)..])
        {
            var (lower, upper) = DigitsOf(bytes);
            lower.CopyTo(text);
            upper.CopyTo(text[Vector128<byte>.Count..]);
        }

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
        for (; HasVector(bytes); bytes = bytes[Vector128<byte>.Count..], text = text[(2 * Vector128<byte>.Count)..])
        {
            var (lower, upper) = DigitsOf(bytes);
            var characters = MemoryMarshal.Cast<char, ushort>(text);
            WriteWidened(lower, characters);
            WriteWidened(upper, characters[Vector128<byte>.Count..]);
        }

        var pairs = MemoryMarshal.Cast<char, uint>(text)[..bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            var digits = DigitsOf(bytes[i]);
            pairs[i] = BitConverter.IsLittleEndian ? ((digits & 0xFF) << 16) | (digits >> 8) : ((digits & 0xFF00) << 8) | (digits & 0xFF);
        }
    }

    private static bool HasVector(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= Vector128<byte>.Count && Vector128.IsHardwareAccelerated && BitConverter.IsLittleEndian;

    private static void WriteWidened(Vector128<byte> digits, Span<ushort> characters)
    {
        var (lower, upper) = Vector128.Widen(digits);
        lower.CopyTo(characters);
        upper.CopyTo(characters[Vector128<ushort>.Count..]);
    }

    // The digits of the first 16 bytes.
    private static (Vector128<byte> Lower, Vector128<byte> Upper) DigitsOf(ReadOnlySpan<byte> bytes)
    {
        var (lower, upper) = Vector128.Widen(Vector128.Create(bytes));
        return (DigitsOf(lower), DigitsOf(upper));
    }

    // Of a byte in two, the upper half goes into the first and the lower half into the second.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> DigitsOf(Vector128<ushort> bytes)
    {
        var halves = ((bytes >>> 4) | (bytes << 8)).AsByte() & Vector128.Create((byte)0x0F);
        var isLetter = Vector128.GreaterThan(halves.AsSByte(), Vector128.Create((sbyte)9)).AsByte();
        return halves + Vector128.Create((byte)'0') + (isLetter & Vector128.Create((byte)('a' - '9' - 1)));
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
