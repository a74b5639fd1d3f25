using System.Buffers;
using System.Collections.Concurrent;

namespace AppFlow.Fluent.Emulator.Http;

/// <summary>
/// The memory for request bodies. A small body always gets its own; a limited number of large ones share the rest and reuse the same
/// buffers, so repeated large bodies do not add up.
/// </summary>
/// <param name="large">How many large bodies are read at once.</param>
internal sealed class BodyMemory(int large) : IDisposable
{
    /// <summary>The size up to which a body never waits for others, in bytes.</summary>
    public const int SmallLength = 4 * 1024;

    /// <summary>The size of the largest accepted body, in bytes.</summary>
    public const int LargeLength = 1024 * 1024;

    private readonly SemaphoreSlim _places = new(large);
    private readonly ConcurrentBag<byte[]> _buffers = [];

    public static byte[] RentSmall() => ArrayPool<byte>.Shared.Rent(SmallLength);

    /// <summary>A large buffer; <see langword="null"/> if none was free in time.</summary>
    /// <param name="patience">How long to wait for one.</param>
    /// <param name="gone">Ends the wait.</param>
    /// <exception cref="OperationCanceledException"><paramref name="gone"/> was cancelled.</exception>
    public async ValueTask<byte[]?> RentLargeAsync(TimeSpan patience, CancellationToken gone)
    {
        if (!await _places.WaitAsync(patience, gone).ConfigureAwait(false))
        {
            return null;
        }

        return _buffers.TryTake(out var used) ? used : GC.AllocateUninitializedArray<byte>(LargeLength);
    }

    public void Return(byte[] buffer)
    {
        if (buffer.Length < LargeLength)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            return;
        }

        _buffers.Add(buffer);
        _places.Release();
    }

    public void Dispose() => _places.Dispose();
}
