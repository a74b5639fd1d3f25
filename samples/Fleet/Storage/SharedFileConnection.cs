using System.Diagnostics;
using Hangfire.Storage;
using Hangfire.Storage.SQLite;

namespace Fleet.Storage;

/// <summary>
/// A connection that looks often whether a lock is free. The storage's own looks again after a tenth of the time it may wait: for a job's lock,
/// which a killed worker may have left, after a minute and a half.
/// </summary>
internal sealed class SharedFileConnection(HangfireDbContext database, SQLiteStorageOptions options, PersistentJobQueueProviderCollection queues)
    : HangfireSQLiteConnection(database, options, queues)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    public override IDisposable AcquireDistributedLock(string resource, TimeSpan timeout)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return base.AcquireDistributedLock(resource, timeout < Patience ? timeout : Patience);
            }
            catch (DistributedLockTimeoutException) when (Stopwatch.GetElapsedTime(begun) < timeout)
            {
                // Somebody has it, or had it when the process was killed: then it ends by itself soon.
            }
        }
    }
}
