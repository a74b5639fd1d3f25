using Microsoft.AspNetCore.Connections;

namespace AppFlow.Fluent.Emulator.Connections;

/// <summary>
/// The open connections. When there are more than the process can handle, the one that has been idle longest is closed, so that new clients
/// are answered.
/// </summary>
/// <param name="most">How many may be open.</param>
internal sealed class OpenConnections(int most)
{
    private readonly Lock _sync = new();
    private readonly HashSet<BoundedConnection> _connections = [];
    private TaskCompletionSource? _room;

    public int Most => most;

    public int Count
    {
        get
        {
            lock (_sync)
            {
                return _connections.Count;
            }
        }
    }

    /// <summary>Completes when no other connection has to close first.</summary>
    public Task WaitForRoomAsync(CancellationToken cancellationToken)
    {
        lock (_sync)
        {
            if (_connections.Count <= most)
            {
                return Task.CompletedTask;
            }

            _room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _room.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Counts a new connection, and closes another one if there are too many now.</summary>
    public BoundedConnection Add(ConnectionContext inner)
    {
        var added = new BoundedConnection(inner, this);
        BoundedConnection? idlest = null;
        lock (_sync)
        {
            if (_connections.Count >= most)
            {
                idlest = _connections.Where(connection => !connection.IsClosing)
                    .OrderBy(connection => connection.Activity.IsBusy)
                    .ThenBy(connection => connection.Activity.LastUse)
                    .FirstOrDefault();
            }

            _connections.Add(added);
        }

        idlest?.Abort(new ConnectionAbortedException("The connection limit is reached, and this connection was idle longest."));
        return added;
    }

    public void Remove(BoundedConnection connection)
    {
        TaskCompletionSource? room = null;
        lock (_sync)
        {
            _connections.Remove(connection);
            if (_connections.Count <= most)
            {
                (room, _room) = (_room, null);
            }
        }

        room?.SetResult();
    }
}
