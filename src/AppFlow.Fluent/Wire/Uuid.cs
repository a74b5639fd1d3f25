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
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        Span<char> digits = stackalloc char[32];
        Hexadecimal.Write(bytes, digits);
        return string.Create(Length, (ReadOnlySpan<char>)digits, static (text, digits) =>
        {
            digits[..8].CopyTo(text);
            text[8] = '-';
            digits[8..12].CopyTo(text[9..]);
            text[13] = '-';
            digits[12..16].CopyTo(text[14..]);
            text[18] = '-';
            digits[16..20].CopyTo(text[19..]);
            text[23] = '-';
            digits[20..].CopyTo(text[24..]);
        });
    }
}
