using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace AppFlow.Fluent.Emulator.Http;

/// <summary>
/// Kestrel itself refuses bytes that are not HTTP/1.1. This gives those refusals the form of all others: a client error with a JSON
/// message. Kestrel offers no hook for them, and answers an unknown HTTP version with 505, a server error.
/// </summary>
internal sealed class RefusalWriter(PipeWriter inner) : PipeWriter
{
    private const int StatusLength = 3;

    private Memory<byte> _memory;

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    /// <summary>Whether everything written from now on is discarded.</summary>
    public bool IsSilent { get; set; }

    private static ReadOnlySpan<byte> StatusLine => "HTTP/1.1 "u8;

    // The emulator's own answers always have a body; an interim answer has no length.
    private static ReadOnlySpan<byte> NoBody => "\r\nContent-Length: 0\r\n"u8;

    public override void Advance(int bytes)
    {
        if (IsSilent)
        {
            return;
        }

        var written = bytes;
        if (bytes <= _memory.Length && Refusal(_memory.Span[..bytes]) is { } refusal && refusal.Length <= _memory.Length)
        {
            refusal.CopyTo(_memory);
            written = refusal.Length;
        }

        // The same memory may be advanced more than once.
        _memory = written <= _memory.Length ? _memory[written..] : default;
        inner.Advance(written);
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => _memory = inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => inner.FlushAsync(cancellationToken);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    private static byte[]? Refusal(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith(StatusLine)
            || head.IndexOf(NoBody) < 0
            || !int.TryParse(head.Slice(StatusLine.Length, StatusLength), CultureInfo.InvariantCulture, out var status)
            || status < 400)
        {
            return null;
        }

        var reason = Encoding.ASCII.GetString(head[StatusLine.Length..head.IndexOf("\r\n"u8)]);
        var body = $$"""{"message":"The bytes received are not a valid HTTP/1.1 request: {{reason}}."}""";
        return Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {(status < 500 ? reason : "400 Bad Request")}\r\n"
            + "Content-Type: application/json\r\n"
            + "x-amzn-ErrorType: MalformedHttpRequestException\r\n"
            + $"x-amzn-RequestId: {Guid.NewGuid()}\r\n"
            + "Connection: close\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n"
            + body);
    }
}
