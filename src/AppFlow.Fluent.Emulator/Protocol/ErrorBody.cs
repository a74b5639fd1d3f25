using System.Text.Encodings.Web;
using System.Text.Json;

namespace AppFlow.Fluent.Emulator.Protocol;

/// <summary>The body of every error answer: one message.</summary>
internal static class ErrorBody
{
    // The answers are application/json and never part of a web page, so quotes and plus signs can stay readable.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(string message) =>
        [.. "{\"message\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(message, Options), (byte)'}'];
}
