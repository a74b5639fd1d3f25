using System.Buffers;
using System.Text.Json;

namespace AppFlow.Fluent.Client;

/// <summary>Requests as JSON: what is not set is not written.</summary>
/// <remarks>
/// Requests write themselves: to set a serializer up takes a tenth of a process's way to its first answer, and none of them has more than
/// five fields.
/// </remarks>
internal static class RequestJson
{
    private const int InitialSize = 1024;

    private static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    // Nothing awaits while they are in use.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _bytes;

    [ThreadStatic]
    private static Utf8JsonWriter? _json;

    /// <summary>The body of a request.</summary>
    public static byte[] Write<TResponse>(AppFlowRequest<TResponse> request)
    {
        var bytes = _bytes ??= new ArrayBufferWriter<byte>(InitialSize);
        var json = _json ??= new Utf8JsonWriter(bytes, Options);

        // The last one may have ended midway.
        bytes.ResetWrittenCount();
        json.Reset();

        json.WriteStartObject();
        request.WriteFields(json);
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }
}
