using System.Buffers.Binary;
using AppFlow.Fluent.Emulator.Storage;
using Microsoft.Data.Sqlite;

namespace AppFlow.Fluent.Emulator.Tool.State;

/// <summary>The statements that write to a state file, each prepared once.</summary>
internal sealed class StateStatements : IDisposable
{
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _rollback;
    private readonly SqliteCommand _put;
    private readonly SqliteCommand _remove;
    private readonly SqliteCommand _add;
    private readonly SqliteCommand _forget;
    private readonly SqliteCommand _oldest;
    private readonly SqliteCommand _clear;
    private readonly SqliteCommand _setClock;

    public StateStatements(SqliteConnection database)
    {
        SqliteCommand Command(string sql, params string[] parameters)
        {
            var command = database.CreateCommand();
            command.CommandText = sql;
            foreach (var parameter in parameters)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
            }

            return command;
        }

        _begin = Command("BEGIN IMMEDIATE");
        _commit = Command("COMMIT");
        _rollback = Command("ROLLBACK");
        _put = Command("INSERT OR REPLACE INTO connector VALUES ($1, $2, $3, $4, $5, $6, $7)", "$1", "$2", "$3", "$4", "$5", "$6", "$7");
        _remove = Command("DELETE FROM connector WHERE region = $1 AND label = $2", "$1", "$2");
        _add = Command("INSERT INTO token VALUES (NULL, $1, $2, $3, $4, $5, $6, $7)", "$1", "$2", "$3", "$4", "$5", "$6", "$7");
        _forget = Command(
            "DELETE FROM token WHERE id IN (SELECT id FROM (SELECT id, expires_at FROM token ORDER BY id LIMIT $1) WHERE expires_at <= $2)", "$1", "$2");
        _oldest = Command("SELECT expires_at FROM token ORDER BY id LIMIT 1");
        _clear = Command("DELETE FROM connector; DELETE FROM token; DELETE FROM clock");
        _setClock = Command("DELETE FROM clock; INSERT INTO clock VALUES ($1, $2)", "$1", "$2");
    }

    public void Begin() => _begin.ExecuteNonQuery();

    public void Commit() => _commit.ExecuteNonQuery();

    public void Rollback() => _rollback.ExecuteNonQuery();

    public void Clear() => _clear.ExecuteNonQuery();

    public void SetClock(TimeSpan shift) => Run(_setClock, shift.Ticks, RowChecksum.Of(shift.Ticks));

    public void Put(StoredConnector connector)
    {
        var (revision, registeredAt) = ((long)connector.Revision, connector.RegisteredAt.UtcTicks);
        Run(
            _put, connector.Region, connector.Label, connector.Description, connector.LambdaArn, revision, registeredAt,
            RowChecksum.Of(connector.Region, connector.Label, connector.Description, connector.LambdaArn, revision, registeredAt));
    }

    public void Remove(string region, string label) => Run(_remove, region, label);

    public void Add(StoredToken token)
    {
        var input = new byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(input, token.Input);
        var expiresAt = token.ExpiresAt.UtcTicks;
        Run(
            _add, token.Region, token.Operation, token.ClientToken, input, token.Body, expiresAt,
            RowChecksum.Of(token.Region, token.Operation, token.ClientToken, input, token.Body, expiresAt));
    }

    /// <summary>Removes those of the oldest tokens that have expired, and returns when the oldest remaining one expires.</summary>
    public long ForgetExpired(DateTimeOffset now, int atMost)
    {
        Run(_forget, (long)atMost, now.UtcTicks);
        return _oldest.ExecuteScalar() is long expiresAt ? expiresAt : long.MaxValue;
    }

    public void Dispose()
    {
        foreach (var command in new[] { _begin, _commit, _rollback, _put, _remove, _add, _forget, _oldest, _clear, _setClock })
        {
            command.Dispose();
        }
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }
}
