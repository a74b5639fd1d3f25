using System.Text.Json;

namespace AppFlow.Fluent.Wire;

/// <summary>JSON bodies, whatever the operation.</summary>
internal static class AnswerJson
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a body; an empty one counts as an object without members.</summary>
    /// <exception cref="JsonException">The body is not the JSON that is expected.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body, Func<ReadOnlySpan<byte>, T?> read)
        where T : class
    {
        var json = WithoutByteOrderMark(body);
        try
        {
            return read(json.IsEmpty ? "{}"u8 : json)
                ?? throw new JsonException("The answer is null where an object is expected.");
        }
        catch (InvalidOperationException e)
        {
            // Text that is not UTF-8 surfaces so.
            throw new JsonException("The answer holds text that is not UTF-8.", e);
        }
    }

    public static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> body) =>
        body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;
}
