namespace AppFlow.Fluent.Emulator.Storage;

/// <summary>
/// Keeps connectors, client tokens and the clock's offset beyond the life of the process. Calls never overlap. Disposing it releases everything
/// that it holds.
/// </summary>
internal interface IStateStore : IDisposable
{
    /// <summary>Returns the stored state. Called once, before anything is written.</summary>
    StoredState Load();

    /// <summary>
    /// Writes all of it or nothing. Once it has returned, a crash of the process loses none of it. If it throws any exception, nothing of it is
    /// kept, and the next call may succeed again.
    /// </summary>
    void Write(StoredChanges changes);
}
