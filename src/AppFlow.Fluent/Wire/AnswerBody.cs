using System.Buffers;
using System.Runtime.CompilerServices;

namespace AppFlow.Fluent.Wire;

/// <summary>Reads an answer's body into memory, up to a limit.</summary>
internal static class AnswerBody
{
    /// <summary>The size of the longest answer that is read: many times a full page of connectors.</summary>
    public const int Limit = 8 * 1024 * 1024;

    private const int InitialSize = 4096;

    /// <param name="content">The body.</param>
    /// <param name="isStream">Whether it already is a stream.</param>
    /// <param name="announced">Its length, or null if it is not announced.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<byte[]> ReadAsync(HttpContent content, bool isStream, long? announced, CancellationToken cancellationToken)
    {
        if (announced > Limit)
        {
            throw TooLong();
        }

        // The answer owns it and closes it.
        var stream = isStream
            ? content.ReadAsStream(cancellationToken)
            : await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        if (announced is not { } length)
        {
            return await ReadToEndAsync(stream, cancellationToken).ConfigureAwait(false);
        }

        var body = length == 0 ? [] : new byte[length];
        for (var filled = 0; filled < body.Length;)
        {
            var read = await stream.ReadAsync(body.AsMemory(filled), cancellationToken).ConfigureAwait(false);
            filled += read > 0 ? read : throw new EndOfStreamException($"The answer ends after {filled} of the {length} bytes that it announces.");
        }

        return body;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<byte[]> ReadToEndAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(InitialSize);
        try
        {
            var filled = 0;
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    return buffer.AsSpan(0, filled).ToArray();
                }

                filled += read;
                if (filled > Limit)
                {
                    throw TooLong();
                }

                if (filled == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                    buffer.AsSpan(0, filled).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static HttpRequestException TooLong() =>
        new(HttpRequestError.ConfigurationLimitExceeded, $"The answer is longer than {Limit} bytes, which is the limit.");
}
