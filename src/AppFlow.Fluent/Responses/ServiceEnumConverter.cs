using System.Text.Json;
using System.Text.Json.Serialization;

namespace AppFlow.Fluent.Responses;

/// <summary>Reads and writes open enumerations as their text.</summary>
internal sealed class ServiceEnumConverter<T> : JsonConverter<T>
    where T : struct, IServiceEnum<T>
{
    // A null in a list is read as the default, which the list leaves out.
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => T.FromValue(reader.GetString()!),
        JsonTokenType.Null => default,
        _ => throw new JsonException($"{typeof(T).Name} must be text."),
    };

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
