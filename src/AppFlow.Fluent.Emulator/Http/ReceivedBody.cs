namespace AppFlow.Fluent.Emulator.Http;

/// <summary>A body that was read whole. Its memory is lent: whoever disposes it must be done with all that was parsed from it.</summary>
internal readonly struct ReceivedBody(ReadOnlyMemory<byte> content, BodyMemory memory, byte[]? buffer) : IDisposable
{
    public ReadOnlyMemory<byte> Content => content;

    public void Dispose()
    {
        if (buffer is not null)
        {
            memory.Return(buffer);
        }
    }
}
