using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace AppFlow.Fluent.Emulator.Connections;

/// <summary>A connection that counts as open until its socket is closed.</summary>
internal sealed class BoundedConnection : ConnectionContext
{
    private readonly ConnectionContext _inner;
    private readonly OpenConnections _open;

    public BoundedConnection(ConnectionContext inner, OpenConnections open)
    {
        (_inner, _open) = (inner, open);
        inner.Features.Set(Activity);
    }

    public ConnectionActivity Activity { get; } = new();

    /// <summary>Whether it was told to close.</summary>
    public bool IsClosing { get; private set; }

    public override string ConnectionId
    {
        get => _inner.ConnectionId;
        set => _inner.ConnectionId = value;
    }

    public override IFeatureCollection Features => _inner.Features;

    public override IDictionary<object, object?> Items
    {
        get => _inner.Items;
        set => _inner.Items = value;
    }

    public override IDuplexPipe Transport
    {
        get => _inner.Transport;
        set => _inner.Transport = value;
    }

    public override EndPoint? LocalEndPoint
    {
        get => _inner.LocalEndPoint;
        set => _inner.LocalEndPoint = value;
    }

    public override EndPoint? RemoteEndPoint
    {
        get => _inner.RemoteEndPoint;
        set => _inner.RemoteEndPoint = value;
    }

    public override CancellationToken ConnectionClosed
    {
        get => _inner.ConnectionClosed;
        set => _inner.ConnectionClosed = value;
    }

    public override void Abort(ConnectionAbortedException abortReason)
    {
        IsClosing = true;
        _inner.Abort(abortReason);
    }

    public override void Abort() => Abort(new ConnectionAbortedException("The connection was aborted."));

    public override async ValueTask DisposeAsync()
    {
        try
        {
            await _inner.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            _open.Remove(this);
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }
}
