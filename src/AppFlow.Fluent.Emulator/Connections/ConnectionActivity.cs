namespace AppFlow.Fluent.Emulator.Connections;

/// <summary>When a connection was last used, and whether a request on it is being answered.</summary>
internal sealed class ConnectionActivity
{
    private long _lastUse = Environment.TickCount64;
    private volatile bool _isBusy;

    /// <summary>The milliseconds of the last use, on <see cref="Environment.TickCount64"/>.</summary>
    public long LastUse => Volatile.Read(ref _lastUse);

    /// <summary>Whether a request that has arrived completely is being answered.</summary>
    public bool IsBusy => _isBusy;

    /// <summary>Some bytes arrived.</summary>
    public void Touch() => Volatile.Write(ref _lastUse, Environment.TickCount64);

    /// <summary>A request has arrived completely.</summary>
    public void Begin()
    {
        _isBusy = true;
        Touch();
    }

    /// <summary>The answer was sent.</summary>
    public void End()
    {
        _isBusy = false;
        Touch();
    }
}
