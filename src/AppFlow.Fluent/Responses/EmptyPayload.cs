using System.Text.Json;

namespace AppFlow.Fluent.Responses;

/// <summary>The body of an answer without members.</summary>
internal sealed record EmptyPayload
{
    // To set the serializer up takes a tenth of a process's way to its first answer; only what is not as usual is worth it.
    public static EmptyPayload? Read(ReadOnlySpan<byte> json) =>
        json.SequenceEqual("{}"u8) ? new EmptyPayload() : JsonSerializer.Deserialize(json, ResponseJson.Of<EmptyPayload>());
}
