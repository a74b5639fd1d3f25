using Hangfire.Storage.SQLite;

namespace Fleet.Storage;

/// <summary>
/// A queue in the SQLite storage that several processes share. The storage's own reads an entry and marks it in two steps, so that two
/// processes often run the same job; and its time-out does not slide.
/// </summary>
internal sealed class SharedFileQueue(SQLiteStorage storage, SQLiteStorageOptions options, TimeProvider time) : IPersistentJobQueueProvider
{
    public IPersistentJobQueue GetJobQueue(HangfireDbContext connection) => new SharedFileJobQueue(storage, connection, options, time);

    public IPersistentJobQueueMonitoringApi GetJobQueueMonitoringApi(HangfireDbContext connection) => new SQLiteJobQueueMonitoringApi(connection);
}
