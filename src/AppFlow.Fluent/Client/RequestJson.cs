using System.Buffers;
using System.Text.Json;

namespace AppFlow.Fluent.Client;

/// <summary>Requests as JSON: only the fields that are set are written.</summary>
/// <remarks>
/// Requests write themselves: setting up a serializer takes a tenth of the time from process start to the first answer, and no request has
/// more than five fields.
/// </remarks>
internal static class RequestJson
{
    private const int InitialSize = 1024;

    private static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    // There is no await while they are in use.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _bytes;

    [ThreadStatic]
    private static Utf8JsonWriter? _json;

    /// <summary>The body of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="clientToken">The token of the call; null leaves it out.</param>
    public static byte[] Write<TResponse>(AppFlowRequest<TResponse> request, string? clientToken)
    {
        var bytes = _bytes ??= new ArrayBufferWriter<byte>(InitialSize);
        var json = _json ??= new Utf8JsonWriter(bytes, Options);

        // The last write may have failed midway.
        bytes.ResetWrittenCount();
        json.Reset();

        json.WriteStartObject();
        request.WriteFields(json, clientToken);
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }
}
