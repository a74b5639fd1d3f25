namespace AppFlow.Fluent.Emulator.Http;

/// <summary>A completely read body. Its memory is pooled: dispose it only when nothing parsed from it is still in use.</summary>
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
