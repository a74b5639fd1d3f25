using System.Text.Json;

namespace AppFlow.Fluent.Wire;

/// <summary>JSON bodies, whatever the operation.</summary>
internal static class AnswerJson
{
    /// <summary>
    /// The most values (members, elements, objects and lists) that an answer may hold. A full page of connectors has some thousands; each
    /// becomes an object or a part of one, which may take sixty times the memory of the two bytes that it is on the wire.
    /// </summary>
    public const int MostValues = 100_000;

    // What is shorter cannot hold so many values as to matter.
    private const int LongestUncounted = 64 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a body; an empty one counts as an object without members.</summary>
    /// <exception cref="JsonException">The body is not the JSON that is expected, or would become too many objects.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body, Func<ReadOnlySpan<byte>, T?> read)
        where T : class
    {
        var json = WithoutByteOrderMark(body);
        try
        {
            if (HoldsTooMuch(json))
            {
                throw new JsonException($"The answer holds more than {MostValues} values, the most that are read.");
            }

            return read(json.IsEmpty ? "{}"u8 : json)
                ?? throw new JsonException("The answer is null where an object is expected.");
        }
        catch (InvalidOperationException e)
        {
            // Text that is not UTF-8 surfaces so.
            throw new JsonException("The answer holds text that is not UTF-8.", e);
        }
    }

    private static bool HoldsTooMuch(ReadOnlySpan<byte> json)
    {
        if (json.Length <= LongestUncounted)
        {
            return false;
        }

        var values = 0;
        try
        {
            var reader = new Utf8JsonReader(json);
            while (values <= MostValues && reader.Read())
            {
                values += reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray ? 0 : 1;
            }
        }
        catch (JsonException)
        {
            // Up to here there are not too many, and the serializer says better what is wrong.
        }

        return values > MostValues;
    }

    public static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> body) =>
        body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;
}
