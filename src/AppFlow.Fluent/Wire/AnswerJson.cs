using System.Text.Json;

namespace AppFlow.Fluent.Wire;

/// <summary>JSON bodies of all operations.</summary>
internal static class AnswerJson
{
    /// <summary>
    /// The maximum number of values (members, elements, objects and lists) in an answer. A full page of connectors has a few thousand. Each
    /// becomes an object or a part of one, which may take sixty times the memory of its two bytes on the wire.
    /// </summary>
    public const int MaxValues = 100_000;

    // A shorter body cannot hold too many values.
    private const int LongestUncounted = 64 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a body; an empty one counts as an object without members.</summary>
    /// <exception cref="JsonException">The body is not the expected JSON, or holds too many values.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body, Func<ReadOnlySpan<byte>, T?> read)
        where T : class
    {
        var json = WithoutByteOrderMark(body);
        try
        {
            if (HasTooManyValues(json))
            {
                throw new JsonException($"The answer holds more than {MaxValues} values, which is the limit.");
            }

            return read(json.IsEmpty ? "{}"u8 : json)
                ?? throw new JsonException("The answer is null instead of an object.");
        }
        catch (InvalidOperationException e)
        {
            // Text that is not UTF-8 causes this exception.
            throw new JsonException("The answer holds text that is not UTF-8.", e);
        }
    }

    private static bool HasTooManyValues(ReadOnlySpan<byte> json)
    {
        if (json.Length <= LongestUncounted)
        {
            return false;
        }

        var values = 0;
        try
        {
            var reader = new Utf8JsonReader(json);
            while (values <= MaxValues && reader.Read())
            {
                values += reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray ? 0 : 1;
            }
        }
        catch (JsonException)
        {
            // There are not too many values, and the serializer's error is more precise.
        }

        return values > MaxValues;
    }

    public static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> body) =>
        body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;
}
