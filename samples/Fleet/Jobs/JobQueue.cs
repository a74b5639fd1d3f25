using Fleet.Outcomes;
using Fleet.Releases;
using Fleet.Targets;
using Hangfire;
using Hangfire.States;
using Hangfire.Storage;

namespace Fleet.Jobs;

/// <summary>Puts the jobs of a roll-out into the engine's queue.</summary>
internal sealed class JobQueue(JobStorage storage)
{
    // What the engine's own schedule is kept in.
    private const string Schedule = "schedule";

    /// <summary>
    /// Enqueues a job for each target. To start a roll-out that was started before is safe: a target that has the release is looked at, and
    /// left alone.
    /// </summary>
    public void Enqueue(Release release, IReadOnlyList<Target> targets)
    {
        // The book comes first: if this process is killed in between, whoever watches knows which targets are missing.
        new OutcomeBook(storage, release.Name).Open(release, targets);
        EnqueueAgain(release, targets);
    }

    /// <summary>Enqueues a job for each of these targets of a roll-out that is under way.</summary>
    public void EnqueueAgain(Release release, IEnumerable<Target> targets)
    {
        var jobs = new BackgroundJobClient(storage);
        foreach (var target in targets)
        {
            jobs.Enqueue<RolloutJob>(job => job.RunAsync(target, release, CancellationToken.None));
        }
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
