using System.Text.Json;
using System.Text.Unicode;

namespace AppFlow.Fluent.Emulator.Operations;

/// <summary>A request body as JSON: all that is wrong with a body before its members have a meaning is found here.</summary>
internal static class JsonBody
{
    // Deeper than any shape of the model, and shallow enough for any stack.
    private const int MaxDepth = 64;

    /// <summary>The body's root object. An empty body counts as <c>{}</c>; of a repeated member the last one counts.</summary>
    public static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return JsonDocument.Parse("{}");
        }

        if (!Utf8.IsValid(body.Span))
        {
            throw ServiceException.Serialization("The request body is not valid UTF-8.");
        }

        try
        {
            RefuseLoneSurrogates(body.Span);
            var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
        }
        catch (JsonException malformed)
        {
            throw ServiceException.Serialization($"The request body is not valid JSON: {malformed.Message}");
        }

        throw ServiceException.Serialization("The request body must be a JSON object.");
    }

    /// <summary>
    /// <see cref="JsonDocument"/> accepts an escape such as <c>\ud800</c> and throws only when the string is read, which may be anywhere.
    /// </summary>
    private static void RefuseLoneSurrogates(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped)
            {
                continue;
            }

            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                throw ServiceException.Serialization("The request body holds half a surrogate pair, which is no character.");
            }
        }
    }
}
