using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.States;
using Hangfire.Storage.SQLite;
using SQLite;

namespace Fleet.Storage;

/// <summary>Where the jobs are stored: a file on this machine, or a PostgreSQL database that several machines share.</summary>
/// <param name="Sqlite">The file; not used if there is a connection string.</param>
/// <param name="Postgres">PostgreSQL's connection string.</param>
/// <param name="Invisibility">
/// How long a job is hidden from other workers after its worker's last sign of life. After this time a killed worker's jobs are run again; a job
/// of a living worker may run longer.
/// </param>
internal sealed record StoragePlace(string Sqlite, string? Postgres, TimeSpan Invisibility)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    // A killed worker leaves its locks: on a job whose state it was changing, or on the schedule of retries. Nobody else gets them for this time,
    // which PostgreSQL would set to 10 minutes. A living worker holds them for milliseconds.
    private static readonly TimeSpan LockLifetime = TimeSpan.FromSeconds(10);

    /// <summary>Whether nothing was ever stored there. Opening it would create an empty file.</summary>
    public bool IsMissing => Postgres is null && !Path.Exists(Sqlite);

    /// <exception cref="StorageSettingException">PostgreSQL's connection string cannot be read.</exception>
    public JobStorage Open() => Postgres is null ? OpenSqlite() : OpenPostgres(Postgres);

    private SharedFileStorage OpenSqlite()
    {
        var options = new SQLiteStorageOptions
        {
            // Readers do not wait for writers.
            JournalMode = SQLiteStorageOptions.JournalModes.WAL,
            QueuePollInterval = Poll,
            InvisibilityTimeout = Invisibility,
            PoolSize = 32,
            DistributedLockLifetime = LockLifetime,
        };
        return new SharedFileStorage(new SQLiteDbConnectionFactory(Connect), options, [EnqueuedState.DefaultQueue]);
    }

    private SQLiteConnection Connect()
    {
        var connection = new SQLiteConnection(
            Sqlite, SQLiteOpenFlags.ReadWrite | SQLiteOpenFlags.Create | SQLiteOpenFlags.FullMutex, storeDateTimeAsTicks: true)
        {
            // Writers of all processes take turns, and none may fail while a few others are before it.
            BusyTimeout = TimeSpan.FromSeconds(30),
        };

        // With a write-ahead log, data survives a killed process. If a power cut loses some, the next run of the job writes it again.
        connection.Execute("PRAGMA synchronous = NORMAL");
        return connection;
    }

    private PostgreSqlStorage OpenPostgres(string connection)
    {
        NpgsqlConnectionFactory connections;
        try
        {
            connections = new NpgsqlConnectionFactory(connection, Options());
        }
        catch (ArgumentException unreadable)
        {
            throw new StorageSettingException(unreadable);
        }

        return new PostgreSqlStorage(connections, Options());
    }

    private PostgreSqlStorageOptions Options() => new()
    {
        QueuePollInterval = Poll,
        InvisibilityTimeout = Invisibility,
        UseSlidingInvisibilityTimeout = true,
        DistributedLockTimeout = LockLifetime,

        // A database that cannot be reached ends the command with a message. By default the storage would try for minutes, deaf to Ctrl+C.
        StartupConnectionMaxRetries = 0,
        AllowDegradedModeWithoutStorage = false,
    };
}
