using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AppFlow.Fluent.Emulator.Tool.State;

/// <summary>What makes a database a state file: its application id, its version and its tables.</summary>
internal static class StateSchema
{
    /// <summary>"AFFE" in the database's header identifies the emulator's files.</summary>
    public const int ApplicationId = 0x41464645;

    /// <summary>A file with another version has another release's format.</summary>
    public const int Version = 1;

    // Tokens are appended and never looked up here, so an index would cost more than everything else. Each row has a checksum because SQLite has none.
    private static readonly string[] Tables =
    [
        "CREATE TABLE owner (account TEXT NOT NULL, region TEXT NOT NULL) STRICT",
        "CREATE TABLE clock (shift INTEGER NOT NULL, checksum BLOB NOT NULL) STRICT",
        "CREATE TABLE connector (region TEXT NOT NULL, label TEXT NOT NULL, description TEXT, lambda_arn TEXT NOT NULL, revision INTEGER NOT NULL, "
            + "registered_at INTEGER NOT NULL, checksum BLOB NOT NULL, PRIMARY KEY (region, label)) STRICT, WITHOUT ROWID",
        "CREATE TABLE token (id INTEGER PRIMARY KEY, region TEXT NOT NULL, operation TEXT NOT NULL, client_token TEXT NOT NULL, input BLOB NOT NULL, "
            + "body BLOB NOT NULL, expires_at INTEGER NOT NULL, checksum BLOB NOT NULL) STRICT",
    ];

    /// <summary>The bytes of a state file that is still empty.</summary>
    public static byte[] EmptyFile(string account, string region)
    {
        using var database = new SqliteConnection("Data Source=:memory:;Pooling=False");
        database.Open();
        var settings = string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};");
        Execute(database, settings + string.Join(';', Tables));
        using var owner = database.CreateCommand();
        owner.CommandText = "INSERT INTO owner VALUES ($account, $region)";
        owner.Parameters.AddWithValue("$account", account);
        owner.Parameters.AddWithValue("$region", region);
        owner.ExecuteNonQuery();

        var image = raw.sqlite3_serialize(database.Handle, "main", out var length, 0);
        var bytes = new byte[length];
        Marshal.Copy(image, bytes, 0, bytes.Length);
        raw.sqlite3_free(image);

        // The file has a write-ahead log from the start: a later switch would need a journal, and for a moment the file would have neither.
        (bytes[18], bytes[19]) = (2, 2);
        return bytes;
    }

    /// <summary>Whether a database has these tables and nothing else: no trigger, no view.</summary>
    public static bool IsOf(SqliteConnection database)
    {
        using var command = database.CreateCommand();
        command.CommandText = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid";
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return found.SequenceEqual(Tables);
    }

    public static void Execute(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
