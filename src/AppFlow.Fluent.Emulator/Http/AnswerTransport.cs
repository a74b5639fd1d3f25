using System.IO.Pipelines;

namespace AppFlow.Fluent.Emulator.Http;

/// <summary>A connection whose answers pass through a <see cref="RefusalWriter"/>, and that can be told to send no more.</summary>
internal sealed class AnswerTransport : IDuplexPipe
{
    private readonly IDuplexPipe _inner;
    private readonly RefusalWriter _output;

    public AnswerTransport(IDuplexPipe inner)
    {
        _inner = inner;
        _output = new RefusalWriter(inner.Output);
    }

    public PipeReader Input => _inner.Input;

    public PipeWriter Output => _output;

    /// <summary>Whether everything written from now on is discarded.</summary>
    public bool IsSilent
    {
        get => _output.IsSilent;
        set => _output.IsSilent = value;
    }
}
