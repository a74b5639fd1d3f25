using System.Buffers;
using System.IO.Pipelines;
using AppFlow.Fluent.Emulator.Connections;
using AppFlow.Fluent.Emulator.Protocol;
using Microsoft.AspNetCore.Http;

namespace AppFlow.Fluent.Emulator.Http;

/// <summary>Reads request bodies up to their limit, within the memory for all of them.</summary>
internal sealed class BodyReader(BodyMemory memory)
{
    /// <summary>The size of the largest accepted body, in bytes.</summary>
    public const int MaxLength = BodyMemory.LargeLength;

    // A client that is cut off while it still sends may never see the answer, so a little more is read and discarded.
    private const int MaxDiscarded = 8 * MaxLength;

    // Long enough for any sender on the same machine, and short enough for the clients that wait.
    private static readonly TimeSpan LargeBodyTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <exception cref="ServiceException">The body is larger than <see cref="MaxLength"/>, malformed, or arrived too slowly.</exception>
    public async ValueTask<ReceivedBody> ReadAsync(HttpContext context)
    {
        var connection = context.Features.Get<ConnectionActivity>();
        try
        {
            var body = context.Request.ContentLength == 0 ? default
                : await ReadAsync(context.Request.BodyReader, connection, context.RequestAborted).ConfigureAwait(false);
            connection?.Begin();
            return body;
        }
        catch (BadHttpRequestException broken)
        {
            throw ServiceException.BrokenRequest(broken.StatusCode);
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            // Kestrel reports a chunk length that overflows an integer this way.
            throw ServiceException.BrokenRequest(StatusCodes.Status400BadRequest);
        }
    }

    private async ValueTask<ReceivedBody> ReadAsync(PipeReader reader, ConnectionActivity? connection, CancellationToken gone)
    {
        byte[]? buffer = null;
        CancellationTokenSource? late = null;
        try
        {
            var length = 0;
            while (true)
            {
                var result = await reader.ReadAsync(late?.Token ?? gone).ConfigureAwait(false);
                connection?.Touch();
                var read = result.Buffer.Length;
                if (length + read > MaxLength)
                {
                    Return(ref buffer);
                    await DiscardAsync(reader, length, result, gone).ConfigureAwait(false);
                    throw ServiceException.BodyTooLarge(MaxLength);
                }

                buffer ??= read > 0 ? BodyMemory.RentSmall() : null;
                if (length + read > (buffer?.Length ?? 0))
                {
                    buffer = await GrowAsync(buffer!, length, gone).ConfigureAwait(false);
                    late = CancellationTokenSource.CreateLinkedTokenSource(gone);
                    late.CancelAfter(LargeBodyTimeout);
                }

                if (read > 0)
                {
                    result.Buffer.CopyTo(buffer.AsSpan(length));
                }

                length += (int)read;
                reader.AdvanceTo(result.Buffer.End);
                if (result.IsCompleted)
                {
                    var body = new ReceivedBody(buffer.AsMemory(0, length), memory, buffer);
                    buffer = null;
                    return body;
                }
            }
        }
        catch (OperationCanceledException) when (late is { IsCancellationRequested: true } && !gone.IsCancellationRequested)
        {
            throw ServiceException.BrokenRequest(StatusCodes.Status408RequestTimeout);
        }
        finally
        {
            Return(ref buffer);
            late?.Dispose();
        }
    }

    private static async ValueTask DiscardAsync(PipeReader reader, long length, ReadResult result, CancellationToken gone)
    {
        while (true)
        {
            length += result.Buffer.Length;
            reader.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted || length > MaxLength + MaxDiscarded)
            {
                return;
            }

            result = await reader.ReadAsync(gone).ConfigureAwait(false);
        }
    }

    private async ValueTask<byte[]> GrowAsync(byte[] small, int length, CancellationToken gone)
    {
        var large = await memory.RentLargeAsync(Patience, gone).ConfigureAwait(false)
            ?? throw ServiceException.BrokenRequest(StatusCodes.Status408RequestTimeout);
        small.AsSpan(0, length).CopyTo(large);
        memory.Return(small);
        return large;
    }

    private void Return(ref byte[]? buffer)
    {
        if (buffer is not null)
        {
            memory.Return(buffer);
            buffer = null;
        }
    }
}
