using System.Net;
using Microsoft.AspNetCore.Connections;

namespace AppFlow.Fluent.Emulator.Connections;

/// <summary>A transport whose listeners accept no more connections than may be open.</summary>
internal sealed class BoundedTransport(IConnectionListenerFactory inner, OpenConnections open) : IConnectionListenerFactory
{
    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new BoundedListener(await inner.BindAsync(endpoint, cancellationToken).ConfigureAwait(false), open);

    private sealed class BoundedListener(IConnectionListener inner, OpenConnections open) : IConnectionListener
    {
        private readonly CancellationTokenSource _unbound = new();

        public EndPoint EndPoint => inner.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            try
            {
                // What was told to close holds its socket until it has; only then there is one for somebody else.
                await open.WaitForRoomAsync(_unbound.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return null;
            }

            return await inner.AcceptAsync(cancellationToken).ConfigureAwait(false) is { } accepted ? open.Add(accepted) : null;
        }

        public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            await _unbound.CancelAsync().ConfigureAwait(false);
            await inner.UnbindAsync(cancellationToken).ConfigureAwait(false);
        }

        public async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync().ConfigureAwait(false);
            _unbound.Dispose();
        }
    }
}
