using System.Net;
using Microsoft.AspNetCore.Connections;

namespace AppFlow.Fluent.Emulator.Connections;

/// <summary>A transport whose listeners limit the number of open connections.</summary>
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
                // A closing connection keeps its socket until it is closed; only then can another one have it.
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
