using System.Text;
using System.Text.Json;

namespace AppFlow.Fluent.Wire;

/// <summary>Code and message of an error answer, in any of the forms of the REST-JSON protocol.</summary>
/// <param name="Code">The error's name without namespace and URI, or null if the answer names none.</param>
/// <param name="Message">The service's message, or null.</param>
internal readonly record struct ErrorAnswer(string? Code, string? Message)
{
    /// <summary>
    /// The code comes from the header <c>x-amzn-errortype</c>, then from the body's <c>code</c>, then from its <c>__type</c>; only
    /// the top level counts. A body that is not a JSON object is ignored.
    /// </summary>
    /// <param name="header">The value of <c>x-amzn-errortype</c>, or null.</param>
    /// <param name="body">The body.</param>
    public static ErrorAnswer Read(string? header, ReadOnlySpan<byte> body)
    {
        string? code = null, type = null, message = null, capitalMessage = null;
        try
        {
            var reader = new Utf8JsonReader(AnswerJson.WithoutByteOrderMark(body));
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    if (reader.ValueTextEquals("code"u8))
                    {
                        code = ReadText(ref reader) ?? code;
                    }
                    else if (reader.ValueTextEquals("__type"u8))
                    {
                        type = ReadText(ref reader) ?? type;
                    }
                    else if (reader.ValueTextEquals("message"u8))
                    {
                        message = ReadText(ref reader) ?? message;
                    }
                    else if (reader.ValueTextEquals("Message"u8))
                    {
                        capitalMessage = ReadText(ref reader) ?? capitalMessage;
                    }
                    else
                    {
                        reader.Read();
                        reader.Skip();
                    }
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The members read before the error still count: half an error is better than none.
        }

        return new ErrorAnswer(Clean(header) ?? Clean(code) ?? Clean(type), NotBlank(message) ?? NotBlank(capitalMessage));
    }

    /// <summary>The same error, redacted.</summary>
    public ErrorAnswer Without(Redaction redaction) => new(redaction.Name(Code), redaction.Text(Message));

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // Malformed text must not hide the other members.
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    private static string? NotBlank(string? message) => string.IsNullOrWhiteSpace(message) ? null : message;

    private static string? Clean(string? code)
    {
        var name = code.AsSpan();
        var address = name.IndexOf(':');
        if (address >= 0)
        {
            name = name[..address];
        }

        name = name[(name.LastIndexOf('#') + 1)..].Trim();
        return name.IsEmpty ? null : name.ToString();
    }
}
