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
    // What the engine's own schedule is kept in.
    private const string Schedule = "schedule";

    private const int Parallelism = 8;

    /// <summary>
    /// Enqueues a job for each target. To start a roll-out that was started before is safe: a target that has the release is looked at, and
    /// left alone.
    /// </summary>
    public void Enqueue(Release release, IReadOnlyList<Target> targets)
    {
        Open(release, targets);
        EnqueueAgain(release, targets);
    }

    /// <summary>The first step: if the process is killed after it, whoever watches knows which targets are missing.</summary>
    public void Open(Release release, IReadOnlyList<Target> targets) => new OutcomeBook(storage, release.Name).Open(release, targets);

    /// <summary>Enqueues a job for each of these targets of a roll-out that is open.</summary>
    public void EnqueueAgain(Release release, IEnumerable<Target> targets)
    {
        var jobs = new BackgroundJobClient(storage);

        // PostgreSQL takes many at once; SQLite's writers would only wait for each other.
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = storage is SQLiteStorage ? 1 : Parallelism };
        Parallel.ForEach(targets, parallel, target => jobs.Enqueue<RolloutJob>(job => job.RunAsync(target, release, CancellationToken.None)));
    }

    /// <summary>Whether no job waits, runs or is to be tried again: a target that still waits then waits for nothing.</summary>
    public bool IsEmpty()
    {
        var monitoring = storage.GetMonitoringApi();
        using var connection = (JobStorageConnection)storage.GetConnection();
        return monitoring.EnqueuedCount(EnqueuedState.DefaultQueue) == 0
            && monitoring.FetchedCount(EnqueuedState.DefaultQueue) == 0
            && connection.GetSetCount(Schedule) == 0;
    }
}
