using Fleet.Jobs;
using Fleet.Outcomes;
using Hangfire;

namespace Fleet.Watching;

/// <summary>Follows a roll-out to its end, and enqueues again what the storage has lost.</summary>
internal sealed class RolloutWatch(JobStorage storage, string release)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    // An entry is on its way from one table to the next for as long as a statement takes.
    private const int ReadingsUntilLost = 6;

    private readonly OutcomeBook _book = new(storage, release);
    private readonly JobQueue _queue = new(storage);
    private int _emptyReadings;

    /// <summary>How many jobs were enqueued again because the storage had lost them.</summary>
    public int Lost { get; private set; }

    /// <summary>Waits until no target waits any more, and gives them all; none if there is no such roll-out.</summary>
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

            // An enqueuing process that is slower than the workers leaves the queue empty too, but targets go on ending.
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
    /// A process that is killed between two statements of the SQLite storage, whose transactions are none, can leave a job that no queue
    /// names; an enqueuing one, targets without a job. A target that has the release already is only looked at, so nothing speaks against
    /// one job too many.
    /// </summary>
    private void EnqueueLost(List<TargetRecord> waiting)
    {
        Lost += waiting.Count;
        _queue.EnqueueAgain(waiting[0].Release, waiting.Select(record => record.Target));
    }
}
