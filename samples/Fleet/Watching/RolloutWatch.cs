using Fleet.Jobs;
using Fleet.Outcomes;
using Hangfire;

namespace Fleet.Watching;

/// <summary>Follows a roll-out to its end, and enqueues again what the storage has lost.</summary>
internal sealed class RolloutWatch(JobStorage storage, string release)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    // An entry is between two tables for as long as a statement takes.
    private const int ReadingsUntilLost = 6;

    private readonly OutcomeBook _book = new(storage, release);
    private readonly JobQueue _queue = new(storage);
    private int _emptyReadings;

    /// <summary>How many jobs were enqueued again because the storage had lost them.</summary>
    public int Lost { get; private set; }

    /// <summary>Waits until no target waits any more, and returns all targets; none if there is no such roll-out.</summary>
    public async Task<IReadOnlyList<TargetRecord>> RunAsync(IProgress<RolloutCount> progress, CancellationToken cancellationToken)
    {
        var waited = 0;
        for (; ; await Task.Delay(Interval, cancellationToken))
        {
            var records = _book.Read();
            progress.Report(RolloutCount.Of(records));
            var waiting = records.Where(record => record.Outcome.State == OutcomeState.Waiting).ToList();
            if (waiting.Count == 0)
            {
                return records;
            }

            // If the enqueuing process is slower than the workers, the queue is empty too, but targets keep ending.
            _emptyReadings = waiting.Count == waited && _queue.IsEmpty() ? _emptyReadings + 1 : 0;
            waited = waiting.Count;
            if (_emptyReadings == ReadingsUntilLost)
            {
                _emptyReadings = 0;
                EnqueueLost(waiting);
            }
        }
    }

    /// <summary>
    /// The SQLite storage has no real transactions. A process that is killed between two of its statements can leave a job that is in no queue; a
    /// killed enqueuing process can leave targets without a job. One job too many does no harm, because a target that has the release already is
    /// only read.
    /// </summary>
    private void EnqueueLost(List<TargetRecord> waiting)
    {
        Lost += waiting.Count;
        _queue.EnqueueAgain(waiting[0].Release, waiting.Select(record => record.Target));
    }
}
