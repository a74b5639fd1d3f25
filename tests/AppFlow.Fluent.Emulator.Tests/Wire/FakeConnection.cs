using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace AppFlow.Fluent.Emulator.Tests.Wire;

/// <summary>A connection without a socket.</summary>
public sealed class FakeConnection : DefaultConnectionContext
{
    public FakeConnection()
    {
        var pipe = new Pipe();
        Transport = new Duplex(pipe.Reader, pipe.Writer);
    }

    public bool IsAborted { get; private set; }

    public override void Abort(ConnectionAbortedException abortReason) => IsAborted = true;

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
