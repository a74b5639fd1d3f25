using System.Buffers;
using System.IO.Pipelines;
using AppFlow.Fluent.Emulator.Operations;
using Microsoft.AspNetCore.Http;

namespace AppFlow.Fluent.Emulator.Http;

/// <summary>Reads a request body up to its limit.</summary>
internal static class RequestBody
{
    /// <summary>The largest body that is accepted, in bytes.</summary>
    public const int MaxLength = 1024 * 1024;

    // A client that is cut off while it still sends may never see the answer, so a little more is read and thrown away.
    private const int MaxDiscarded = 8 * MaxLength;

    /// <exception cref="ServiceException">The body is larger than <see cref="MaxLength"/>, broken, or came too slowly.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context)
    {
        try
        {
            return await ReadAsync(context.Request.BodyReader, context.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException broken)
        {
            throw ServiceException.BrokenRequest(broken.StatusCode);
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            // A chunk's length beyond any integer is reported this way.
            throw ServiceException.BrokenRequest(StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>();
        var length = 0L;
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            length += result.Buffer.Length;
            if (length <= MaxLength)
            {
                foreach (var segment in result.Buffer)
                {
                    body.Write(segment.Span);
                }
            }

            reader.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted || length > MaxLength + MaxDiscarded)
            {
                break;
            }
        }

        return length <= MaxLength ? body.WrittenMemory : throw ServiceException.BodyTooLarge(MaxLength);
    }
}
