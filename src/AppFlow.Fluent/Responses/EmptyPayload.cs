using System.Text.Json;

namespace AppFlow.Fluent.Responses;

/// <summary>The body of an answer without members.</summary>
internal sealed record EmptyPayload
{
    // Setting up the serializer takes a tenth of the time from process start to the first answer, so it is used only for unusual answers.
    public static EmptyPayload? Read(ReadOnlySpan<byte> json) =>
        json.SequenceEqual("{}"u8) ? new EmptyPayload() : JsonSerializer.Deserialize(json, ResponseJson.Of<EmptyPayload>());
}
