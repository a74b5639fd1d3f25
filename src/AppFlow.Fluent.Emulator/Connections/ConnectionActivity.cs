namespace AppFlow.Fluent.Emulator.Connections;

/// <summary>When a connection last had a use, and whether a request of it is being answered.</summary>
internal sealed class ConnectionActivity
{
    private long _lastUse = Environment.TickCount64;
    private volatile bool _isBusy;

    /// <summary>The milliseconds of the last use, on <see cref="Environment.TickCount64"/>.</summary>
    public long LastUse => Volatile.Read(ref _lastUse);

    /// <summary>Whether a request is being answered that came whole.</summary>
    public bool IsBusy => _isBusy;

    /// <summary>Something came.</summary>
    public void Touch() => Volatile.Write(ref _lastUse, Environment.TickCount64);

    /// <summary>A request is there whole.</summary>
    public void Begin()
    {
        _isBusy = true;
        Touch();
    }

    /// <summary>Its answer is sent.</summary>
    public void End()
    {
        _isBusy = false;
        Touch();
    }
}
