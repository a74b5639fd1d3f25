namespace AppFlow.Fluent.Wire;

/// <summary>UUIDs as text: lower-case digits with hyphens, as <see cref="Guid.ToString()"/> writes them.</summary>
internal static class Uuid
{
    private const int Length = 36;

    /// <summary>The text of a <see cref="Guid"/>.</summary>
    public static string Text(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return Text(bytes);
    }

    /// <summary>The text of 16 bytes, the first byte first.</summary>
    public static string Text(ReadOnlySpan<byte> bytes) => string.Create(Length, bytes, static (text, bytes) =>
    {
        Hexadecimal.Write(bytes[..4], text);
        text[8] = '-';
        Hexadecimal.Write(bytes[4..6], text[9..]);
        text[13] = '-';
        Hexadecimal.Write(bytes[6..8], text[14..]);
        text[18] = '-';
        Hexadecimal.Write(bytes[8..10], text[19..]);
        text[23] = '-';
        Hexadecimal.Write(bytes[10..], text[24..]);
    });
}
