using Hangfire.Storage;
using Hangfire.Storage.SQLite;
using Entry = Hangfire.Storage.SQLite.Entities.JobQueue;

namespace Fleet.Storage;

/// <summary>Takes entries one by one. The first worker that marks an entry gets it.</summary>
internal sealed class SharedFileJobQueue(
    SQLiteStorage storage, HangfireDbContext connection, SQLiteStorageOptions options, TimeProvider time, Lock sync) : IPersistentJobQueue
{
    public IFetchedJob Dequeue(string[] queues, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryDequeue(queues) is { } taken)
            {
                return taken;
            }

            cancellationToken.WaitHandle.WaitOne(options.QueuePollInterval);
        }
    }

    public void Enqueue(string queue, string jobId) => new SQLiteJobQueue(connection, options).Enqueue(queue, jobId);

    /// <summary>An entry that nobody holds, or whose worker has given no sign of life for too long; null if there is none.</summary>
    public IFetchedJob? TryDequeue(string[] queues)
    {
        lock (sync)
        {
            foreach (var queue in queues)
            {
                var now = time.GetUtcNow().UtcDateTime;
                var dead = now - options.InvisibilityTimeout;
                while (connection.Database.Table<Entry>().Where(entry => entry.Queue == queue && entry.FetchedAt < dead).FirstOrDefault() is { } entry)
                {
                    if (QueueEntry.Mark(connection, entry.Id, entry.FetchedAt, now))
                    {
                        return new HeldJob(storage, new QueueEntry(entry.Id, entry.JobId, queue), now, options.InvisibilityTimeout, time);
                    }
                }
            }
        }

        return null;
    }
}
