using System.Text;
using AppFlow.Fluent.Wire;
using CsCheck;

namespace AppFlow.Fluent.Tests.Wire;

/// <summary>Digits and UUIDs match those of the runtime.</summary>
public sealed class HexadecimalTests
{
    [Fact]
    public void Bytes_and_characters_are_the_digits_that_the_runtime_writes() => Gen.Byte.Array[0, 80].Sample(bytes =>
    {
        var (utf8, text) = (new byte[2 * bytes.Length], new char[2 * bytes.Length]);
        Hexadecimal.Write(bytes, utf8);
        Hexadecimal.Write(bytes, text);

        var expected = Convert.ToHexStringLower(bytes);
        return Encoding.ASCII.GetString(utf8) == expected && new string(text) == expected;
    });

    [Fact]
    public void Each_byte_has_its_two_digits()
    {
        var bytes = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        var text = new char[512];
        Hexadecimal.Write(bytes, text);

        Assert.Equal(Convert.ToHexStringLower(bytes), new string(text));
    }

    [Fact]
    public void What_stands_behind_the_digits_stays() => Gen.Byte.Array[0, 80].Sample(bytes =>
    {
        var digits = 2 * bytes.Length;
        var (utf8, text) = (new byte[digits + 40], new char[digits + 40]);
        utf8.AsSpan().Fill((byte)'.');
        text.AsSpan().Fill('.');
        Hexadecimal.Write(bytes, utf8);
        Hexadecimal.Write(bytes, text);

        return !utf8.AsSpan(digits).ContainsAnyExcept((byte)'.') && !text.AsSpan(digits).ContainsAnyExcept('.');
    });

    [Fact]
    public void A_UUID_reads_as_the_runtime_writes_it() => Gen.Guid.Sample(value => Uuid.Text(value) == value.ToString());
}
