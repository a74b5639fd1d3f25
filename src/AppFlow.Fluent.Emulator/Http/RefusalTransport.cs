using System.IO.Pipelines;

namespace AppFlow.Fluent.Emulator.Http;

/// <summary>A connection whose answers pass a <see cref="RefusalWriter"/>.</summary>
internal sealed class RefusalTransport(IDuplexPipe inner) : IDuplexPipe
{
    public PipeReader Input => inner.Input;

    public PipeWriter Output { get; } = new RefusalWriter(inner.Output);
}
