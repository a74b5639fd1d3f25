using System.Diagnostics;
using Hangfire.Storage;
using Hangfire.Storage.SQLite;

namespace Fleet.Storage;

/// <summary>
/// A connection that checks often whether a lock is free. The storage's own connection checks again after a tenth of the time that it may wait: for
/// a job's lock, which a killed worker may have left, after a minute and a half.
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
                // Somebody holds it, or held it when the process was killed; then the lock soon expires.
            }
        }
    }
}
