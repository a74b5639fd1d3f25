using Fleet.Outcomes;
using Fleet.Releases;
using Fleet.Targets;
using Hangfire;
using Hangfire.States;
using Hangfire.Storage;
using Hangfire.Storage.SQLite;

namespace Fleet.Jobs;

/// <summary>Puts the jobs of a roll-out into the engine's queue.</summary>
internal sealed class JobQueue(JobStorage storage)
{
    // The set that holds the engine's own schedule.
    private const string Schedule = "schedule";

    private const int Parallelism = 8;

    /// <summary>
    /// Enqueues a job for each target. Starting a roll-out again is safe: the job only reads a target that has the release.
    /// </summary>
    public void Enqueue(Release release, IReadOnlyList<Target> targets)
    {
        Open(release, targets);
        EnqueueAgain(release, targets);
    }

    /// <summary>The first step. If the process is killed after it, a watcher knows which targets are missing.</summary>
    public void Open(Release release, IReadOnlyList<Target> targets) => new OutcomeBook(storage, release.Name).Open(release, targets);

    /// <summary>Enqueues a job for each of these targets of an open roll-out.</summary>
    public void EnqueueAgain(Release release, IEnumerable<Target> targets)
    {
        var jobs = new BackgroundJobClient(storage);

        // PostgreSQL takes many at once; SQLite's writers would only wait for each other.
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = storage is SQLiteStorage ? 1 : Parallelism };
        Parallel.ForEach(targets, parallel, target => jobs.Enqueue<RolloutJob>(job => job.RunAsync(target, release, CancellationToken.None)));
    }

    /// <summary>Whether no job waits, runs or will be retried. A target that still waits then waits for nothing.</summary>
    public bool IsEmpty()
    {
        var monitoring = storage.GetMonitoringApi();
        using var connection = (JobStorageConnection)storage.GetConnection();
        return monitoring.EnqueuedCount(EnqueuedState.DefaultQueue) == 0
            && monitoring.FetchedCount(EnqueuedState.DefaultQueue) == 0
            && connection.GetSetCount(Schedule) == 0;
    }
}
