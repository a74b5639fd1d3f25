using System.Buffers.Binary;
using AppFlow.Fluent.Emulator.Storage;
using Microsoft.Data.Sqlite;

namespace AppFlow.Fluent.Emulator.Tool.State;

/// <summary>Reads a state file, and refuses a row that is not as it was written.</summary>
internal static class StateReader
{
    /// <exception cref="StateRefusedException">A row is damaged.</exception>
    public static StoredState Read(SqliteConnection database)
    {
        var shifts = Rows(database, "SELECT shift, checksum FROM clock");
        var connectors = Rows(database, "SELECT region, label, description, lambda_arn, revision, registered_at, checksum FROM connector");
        var tokens = Rows(database, "SELECT region, operation, client_token, input, body, expires_at, checksum FROM token ORDER BY id");
        try
        {
            return new StoredState(
                new TimeSpan(shifts.Select(row => (long)row[0]!).SingleOrDefault()),
                [.. connectors.Select(Connector)],
                [.. tokens.Select(Token)]);
        }
        catch (Exception impossible) when (impossible is InvalidOperationException or InvalidCastException or ArgumentException or OverflowException)
        {
            throw StateRefusedException.Damaged();
        }
    }

    private static StoredConnector Connector(object?[] row) => new(
        (string)row[0]!, (string)row[1]!, (string?)row[2], (string)row[3]!, checked((int)(long)row[4]!), Time(row[5]));

    private static StoredToken Token(object?[] row) => new(
        (string)row[0]!, (string)row[1]!, (string)row[2]!, BinaryPrimitives.ReadUInt128LittleEndian((byte[])row[3]!), (byte[])row[4]!, Time(row[5]));

    private static DateTimeOffset Time(object? ticks) => new((long)ticks!, TimeSpan.Zero);

    private static IEnumerable<object?[]> Rows(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            if (row[^1] is not byte[] checksum || !checksum.AsSpan().SequenceEqual(RowChecksum.Of(row.AsSpan(0, row.Length - 1))))
            {
                throw StateRefusedException.Damaged();
            }

            yield return row;
        }
    }
}
