using System.Text;

namespace AppFlow.Fluent.Tests.Hostile;

/// <summary>Answers as bytes.</summary>
internal static class Http
{
    /// <summary>What a healthy service answers; the connection stays open.</summary>
    public static byte[] Healthy { get; } = Answer("HTTP/1.1 200 OK\r\nContent-Type: application/json", Fakes.Answers.Arn);

    public static byte[] Answer(string head, string body) => Answer(head, Encoding.UTF8.GetBytes(body));

    public static byte[] Answer(string head, byte[] body) => [.. Bytes($"{head}\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];

    public static byte[] Json(byte[] body) => Answer("HTTP/1.1 200 OK\r\nContent-Type: application/json", body);

    public static byte[] Json(string body) => Json(Encoding.UTF8.GetBytes(body));

    public static byte[] Chunked(string head, params ReadOnlySpan<string> chunks)
    {
        var text = new StringBuilder($"{head}\r\nTransfer-Encoding: chunked\r\n\r\n");
        foreach (var chunk in chunks)
        {
            text.Append($"{Encoding.UTF8.GetByteCount(chunk):x}\r\n{chunk}\r\n");
        }

        return Bytes(text.Append("0\r\n\r\n").ToString());
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
