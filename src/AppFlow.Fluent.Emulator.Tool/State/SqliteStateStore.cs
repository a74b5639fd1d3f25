using AppFlow.Fluent.Emulator.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AppFlow.Fluent.Emulator.Tool.State;

/// <summary>
/// A state file that is open. What is written is in the system's hands when a write returns, so that no end of the process loses it; a power
/// cut may lose the last moments, and leaves the file whole.
/// </summary>
internal sealed class SqliteStateStore(SqliteConnection database) : IStateStore
{
    // Long enough to cost nothing, and short enough to hold nobody up.
    private const int MaxForgottenAtOnce = 2_000;

    private readonly StateStatements _statements = new(database);
    private StoredState? _read;
    private long _oldestExpiry = long.MaxValue;

    /// <summary>Reads everything, and finds out whether all of it is as it was written.</summary>
    /// <exception cref="StateRefusedException">Something is not.</exception>
    public void ReadAll() => _read = StateReader.Read(database);

    public StoredState Load()
    {
        var read = _read ?? StateReader.Read(database);
        _oldestExpiry = read.Tokens.Count > 0 ? read.Tokens[0].ExpiresAt.UtcTicks : long.MaxValue;
        _read = null;
        return read;
    }

    public void Write(StoredChanges changes)
    {
        _statements.Begin();
        try
        {
            WriteAll(changes);
            var oldest = ForgetExpired(changes);
            _statements.Commit();
            _oldestExpiry = oldest;
        }
        catch
        {
            // Some failures have undone it already.
            if (raw.sqlite3_get_autocommit(database.Handle) == 0)
            {
                _statements.Rollback();
            }

            throw;
        }
    }

    public void Dispose()
    {
        _statements.Dispose();
        database.Dispose();
    }

    private void WriteAll(StoredChanges changes)
    {
        if (changes.Clears)
        {
            _statements.Clear();
        }

        if (changes.ClockShift is { } shift)
        {
            _statements.SetClock(shift);
        }

        foreach (var ((region, label), connector) in changes.Connectors)
        {
            if (connector is null)
            {
                _statements.Remove(region, label);
            }
            else
            {
                _statements.Put(connector);
            }
        }

        foreach (var token in changes.Tokens)
        {
            _statements.Add(token);
        }
    }

    /// <summary>Removes some of the tokens that have expired, all where the clock was moved, and tells when the next one does.</summary>
    private long ForgetExpired(StoredChanges changes)
    {
        var oldest = changes.Clears ? long.MaxValue : _oldestExpiry;
        if (changes.Tokens.Count > 0)
        {
            oldest = long.Min(oldest, changes.Tokens[0].ExpiresAt.UtcTicks);
        }

        return oldest <= changes.Now.UtcTicks
            ? _statements.ForgetExpired(changes.Now, changes.ClockShift is null ? MaxForgottenAtOnce : int.MaxValue)
            : oldest;
    }
}
