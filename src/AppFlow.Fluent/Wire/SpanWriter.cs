using System.Text;

namespace AppFlow.Fluent.Wire;

/// <summary>Appends to a buffer that must be large enough.</summary>
internal ref struct SpanWriter<T>(Span<T> buffer)
{
    private readonly Span<T> _buffer = buffer;

    /// <summary>How much has been written.</summary>
    public int Length { get; private set; }

    public readonly ReadOnlySpan<T> Written => _buffer[..Length];

    /// <summary>The remaining space.</summary>
    public readonly Span<T> Free => _buffer[Length..];

    public void Write(ReadOnlySpan<T> values)
    {
        values.CopyTo(Free);
        Length += values.Length;
    }

    public void Advance(int count) => Length += count;
}

/// <summary>How text and hashes are written as bytes and as characters.</summary>
internal static class SpanWriterText
{
    public static void WriteUtf8(this ref SpanWriter<byte> writer, ReadOnlySpan<char> text) =>
        writer.Advance(Encoding.UTF8.GetBytes(text, writer.Free));

    public static void WriteHex(this ref SpanWriter<byte> writer, ReadOnlySpan<byte> hash)
    {
        Hexadecimal.Write(hash, writer.Free);
        writer.Advance(2 * hash.Length);
    }

    public static void WriteHex(this ref SpanWriter<char> writer, ReadOnlySpan<byte> hash)
    {
        Hexadecimal.Write(hash, writer.Free);
        writer.Advance(2 * hash.Length);
    }
}
