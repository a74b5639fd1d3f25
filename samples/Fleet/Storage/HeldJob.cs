using System.Globalization;
using Hangfire.Storage;
using Hangfire.Storage.SQLite;
using SQLite;
using Entry = Hangfire.Storage.SQLite.Entities.JobQueue;

namespace Fleet.Storage;

/// <summary>A job that a worker holds. The worker renews its mark for as long as the process lives, so a job may run longer than the time-out.</summary>
internal sealed class HeldJob : IFetchedJob
{
    // More than one, because some signs of life may be late.
    private const int SignsPerTimeout = 5;

    private readonly Lock _sync = new();
    private readonly SQLiteStorage _storage;
    private readonly QueueEntry _entry;
    private readonly TimeProvider _time;
    private readonly ITimer _signs;
    private DateTime _mark;
    private bool _isSettled;

    public HeldJob(SQLiteStorage storage, QueueEntry entry, DateTime mark, TimeSpan timeout, TimeProvider time)
    {
        (_storage, _entry, _mark, _time) = (storage, entry, mark, time);
        var interval = timeout / SignsPerTimeout;
        _signs = time.CreateTimer(_ => Renew(), null, interval, interval);
    }

    public string JobId => _entry.JobId.ToString(CultureInfo.InvariantCulture);

    public void RemoveFromQueue() => Settle(connection => connection.Database.Delete<Entry>(_entry.Id));

    /// <summary>Gives it back, unless another worker has taken it meanwhile.</summary>
    public void Requeue() => Settle(connection => QueueEntry.Mark(connection, _entry.Id, _mark, DateTime.MinValue));

    public void Dispose()
    {
        _signs.Dispose();
        Requeue();
    }

    private void Settle(Action<HangfireDbContext> settle)
    {
        lock (_sync)
        {
            if (!_isSettled)
            {
                using var connection = _storage.CreateAndOpenConnection();
                settle(connection);
                _isSettled = true;
            }
        }
    }

    private void Renew()
    {
        lock (_sync)
        {
            if (_isSettled)
            {
                return;
            }

            try
            {
                using var connection = _storage.CreateAndOpenConnection();
                var now = _time.GetUtcNow().UtcDateTime;
                if (QueueEntry.Mark(connection, _entry.Id, _mark, now))
                {
                    _mark = now;
                }
            }
            catch (Exception late) when (late is SQLiteException or ObjectDisposedException)
            {
                // The next renewal may succeed. If none does, another worker runs the job too, which does no harm.
            }
        }
    }
}
