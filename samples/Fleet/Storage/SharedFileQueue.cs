using Hangfire.Storage.SQLite;

namespace Fleet.Storage;

/// <summary>
/// A queue in the SQLite storage that several processes share. The storage's own queue reads an entry and marks it in two steps, so that two
/// processes often run the same job. Its time-out does not slide either.
/// </summary>
internal sealed class SharedFileQueue(SQLiteStorage storage, SQLiteStorageOptions options, TimeProvider time) : IPersistentJobQueueProvider
{
    // Otherwise the workers of a process would all read the same entry.
    private readonly Lock _sync = new();

    public IPersistentJobQueue GetJobQueue(HangfireDbContext connection) => new SharedFileJobQueue(storage, connection, options, time, _sync);

    public IPersistentJobQueueMonitoringApi GetJobQueueMonitoringApi(HangfireDbContext connection) => new SQLiteJobQueueMonitoringApi(connection);
}
