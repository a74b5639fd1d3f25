using System.Text.Json;
using System.Text.Unicode;

namespace AppFlow.Fluent.Emulator.Protocol;

/// <summary>Parses a request body as JSON, and finds every error that does not depend on the meaning of its members.</summary>
internal static class StrictJson
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

        try
        {
            return ParseStrict(body, "request body");
        }
        catch (FormatException unreadable)
        {
            throw ServiceException.Serialization(unreadable.Message);
        }
    }

    /// <summary>The root object of JSON that is required.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="subject">What it is, for the message.</param>
    /// <exception cref="FormatException">It is not a JSON object; the message says why.</exception>
    public static JsonDocument ParseStrict(ReadOnlyMemory<byte> json, string subject)
    {
        if (!Utf8.IsValid(json.Span))
        {
            throw new FormatException($"The {subject} is not valid UTF-8.");
        }

        try
        {
            RefuseLoneSurrogates(json.Span, subject);
            var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
        }
        catch (JsonException malformed)
        {
            throw new FormatException($"The {subject} is not valid JSON: {malformed.Message}");
        }

        throw new FormatException($"The {subject} must be a JSON object.");
    }

    /// <summary><see cref="JsonDocument"/> accepts an escape such as <c>\ud800</c>, and throws only when the string is read.</summary>
    private static void RefuseLoneSurrogates(ReadOnlySpan<byte> json, string subject)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
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
                throw new FormatException($"The {subject} holds half a surrogate pair, which is not a character.");
            }
        }
    }
}
