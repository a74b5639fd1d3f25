namespace AppFlow.Fluent.Emulator.Storage;

/// <summary>
/// Where connectors, client tokens and the clock's offset are kept beyond the process. Calls never come at the same time. Disposing it gives
/// back whatever it holds.
/// </summary>
internal interface IStateStore : IDisposable
{
    /// <summary>What was kept. Asked once, before anything is written.</summary>
    StoredState Load();

    /// <summary>
    /// Writes all of it or nothing. Once it has returned, a crash of the process loses none of it. Where it throws, whatever it throws,
    /// nothing of it is kept, and the next call may succeed again.
    /// </summary>
    void Write(StoredChanges changes);
}
