using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.States;
using Hangfire.Storage.SQLite;
using SQLite;

namespace Fleet.Storage;

/// <summary>Where the jobs are kept: a file of this machine, or a PostgreSQL that several machines share.</summary>
/// <param name="Sqlite">The file; not read where there is a connection string.</param>
/// <param name="Postgres">PostgreSQL's connection string.</param>
/// <param name="Invisibility">
/// How long a job is hidden from other workers after its worker's last sign of life. Then a killed worker's jobs are run again; a job of a
/// living one may run for longer.
/// </param>
internal sealed record StoragePlace(string Sqlite, string? Postgres, TimeSpan Invisibility)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    // A killed worker leaves the locks that it held: of a job whose state it was changing, of the schedule of retries. For so long nobody
    // else gets them; with PostgreSQL it would be 10 minutes. They are held for milliseconds.
    private static readonly TimeSpan LockLifetime = TimeSpan.FromSeconds(10);

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
            // Writers of all processes come one after the other: none may give up while a short line waits before it.
            BusyTimeout = TimeSpan.FromSeconds(30),
        };

        // With a write-ahead log this survives a killed process; what a power cut takes, the next run of the job brings again.
        connection.Execute("PRAGMA synchronous = NORMAL");
        return connection;
    }

    private PostgreSqlStorage OpenPostgres(string connection) => new(
        new NpgsqlConnectionFactory(connection, Options()),
        Options());

    private PostgreSqlStorageOptions Options() => new()
    {
        QueuePollInterval = Poll,
        InvisibilityTimeout = Invisibility,
        UseSlidingInvisibilityTimeout = true,
        DistributedLockTimeout = LockLifetime,
    };
}
