using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AppFlow.Fluent.Emulator.Tool.State;

/// <summary>Eight bytes that show whether a row is as it was written.</summary>
internal static class RowChecksum
{
    private const int Length = 8;
    private const int Absent = -1;

    public static byte[] Of(params ReadOnlySpan<object?> values)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[sizeof(long)];
        foreach (var value in values)
        {
            byte[]? bytes = value switch
            {
                null => null,
                string text => Encoding.UTF8.GetBytes(text),
                byte[] blob => blob,
                long integer => BitConverter.GetBytes(integer),
                _ => throw new ArgumentException($"No column holds a {value.GetType()}.", nameof(values)),
            };
            BinaryPrimitives.WriteInt64LittleEndian(number, bytes?.Length ?? Absent);
            hash.AppendData(number);
            hash.AppendData(bytes ?? []);
        }

        return hash.GetHashAndReset()[..Length];
    }
}
