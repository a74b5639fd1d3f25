using AppFlow.Fluent.Emulator.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AppFlow.Fluent.Emulator.Tool.State;

/// <summary>
/// An open state file. When a write returns, the operating system has the data, so the end of the process cannot lose it. A power cut may lose
/// the last moments, but leaves the file intact.
/// </summary>
internal sealed class SqliteStateStore(SqliteConnection database) : IStateStore
{
    // Enough that each removal costs next to nothing, and few enough to delay nobody.
    private const int MaxForgottenAtOnce = 2_000;

    private readonly StateStatements _statements = new(database);
    private StoredState? _read;
    private long _oldestExpiry = long.MaxValue;

    /// <summary>Reads everything, and checks that all of it is as it was written.</summary>
    /// <exception cref="StateRefusedException">Something is damaged.</exception>
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
            // SQLite rolls some failures back itself.
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

    /// <summary>Removes some of the expired tokens, or all if the clock was moved, and returns when the next token expires.</summary>
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
