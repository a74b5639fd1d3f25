using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.Storage.SQLite;
using SQLite;

namespace Fleet.Storage;

/// <summary>Where the jobs are kept: a file of this machine, or a PostgreSQL that several machines share.</summary>
/// <param name="Sqlite">The file; not read where there is a connection string.</param>
/// <param name="Postgres">PostgreSQL's connection string.</param>
/// <param name="Invisibility">
/// How long a job that a worker has taken is hidden from the others. After that a killed worker's jobs are run again. With PostgreSQL it
/// slides: it is the time since the worker's last sign of life, and a job may run for longer. With SQLite it is the time since the job was
/// taken, so that a job which runs for longer is run a second time beside the first.
/// </param>
internal sealed record StoragePlace(string Sqlite, string? Postgres, TimeSpan Invisibility)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    // A killed worker leaves the locks that it held: of a job whose state it was changing, of the schedule of retries. For so long nobody
    // else gets them; with PostgreSQL it would be 10 minutes. They are held for milliseconds.
    private static readonly TimeSpan LockLifetime = TimeSpan.FromSeconds(10);

    public JobStorage Open() => Postgres is null ? OpenSqlite() : OpenPostgres(Postgres);

    private SQLiteStorage OpenSqlite() => new(
        new SQLiteDbConnectionFactory(() =>
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
        }),
        new SQLiteStorageOptions
        {
            // Readers do not wait for writers.
            JournalMode = SQLiteStorageOptions.JournalModes.WAL,
            QueuePollInterval = Poll,
            InvisibilityTimeout = Invisibility,
            PoolSize = 32,

            DistributedLockLifetime = LockLifetime,
        });

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
