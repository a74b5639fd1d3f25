using System.Diagnostics;
using System.Globalization;
using Fleet.Storage;
using Hangfire.Storage.SQLite;
using Microsoft.Extensions.Time.Testing;
using SQLite;

namespace AppFlow.Fluent.Fleet.Tests;

/// <summary>The queue in a file, with a separate storage for each process that shares it.</summary>
public sealed class SharedFileQueueTests : IDisposable
{
    private static readonly string[] Queues = ["default"];
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fleet-tests-");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));
    private readonly List<SQLiteStorage> _processes = [];

    public void Dispose()
    {
        _processes.ForEach(process => process.Dispose());
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Each_entry_is_taken_once()
    {
        var queue = Process(_time);
        for (var job = 1; job <= 200; job++)
        {
            queue.Enqueue("default", job.ToString(CultureInfo.InvariantCulture));
        }

        var workers = Enumerable.Range(0, 4).Select(_ => Process(_time)).ToList();
        var taken = await Task.WhenAll(workers.Select(worker => Task.Run(() => TakeAll(worker).ToList())));

        Assert.Equal(Enumerable.Range(1, 200), taken.SelectMany(jobs => jobs).Order());
    }

    [Fact]
    public void A_job_that_runs_for_long_stays_with_its_living_worker()
    {
        var (worker, other) = (Process(_time), Process(_time));
        worker.Enqueue("default", "1");
        using var held = worker.TryDequeue(Queues);

        for (var i = 0; i < 20; i++)
        {
            _time.Advance(Timeout / 4);
        }

        Assert.NotNull(held);
        Assert.Null(other.TryDequeue(Queues));
    }

    [Fact]
    public void The_job_of_a_dead_worker_is_run_again()
    {
        // Its clock does not move, so it gives no sign of life.
        var dead = Process(new FakeTimeProvider(_time.GetUtcNow()));
        dead.Enqueue("default", "1");
        var lost = dead.TryDequeue(Queues);
        var other = Process(_time);

        Assert.NotNull(lost);
        Assert.Null(other.TryDequeue(Queues));
        _time.Advance(Timeout + TimeSpan.FromSeconds(1));
        using var again = other.TryDequeue(Queues);
        Assert.Equal("1", again?.JobId);

        // It was only late, not dead, and it can no longer give back what another worker holds.
        lost.Dispose();
        Assert.Null(other.TryDequeue(Queues));
    }

    [Fact]
    public void A_job_that_is_given_back_is_there_at_once()
    {
        var worker = Process(_time);
        worker.Enqueue("default", "1");
        worker.TryDequeue(Queues)!.Dispose();

        using var again = worker.TryDequeue(Queues);
        Assert.NotNull(again);
    }

    [Fact]
    public void The_lock_that_a_killed_worker_left_is_free_soon()
    {
        var options = new SQLiteStorageOptions { DistributedLockLifetime = TimeSpan.FromSeconds(1) };
        using var storage = new SharedFileStorage(new SQLiteDbConnectionFactory(Connect), options, Queues);
        using var worker = storage.GetConnection();
        using (var file = Connect())
        {
            file.Insert(new Hangfire.Storage.SQLite.Entities.DistributedLock
            {
                Id = "left",
                Resource = "HangFire:job",
                ResourceKey = "killed",
                ExpireAt = DateTime.UtcNow + options.DistributedLockLifetime,
            });
        }

        var begun = Stopwatch.GetTimestamp();
        worker.AcquireDistributedLock("job", TimeSpan.FromMinutes(15)).Dispose();

        // The storage's own connection would check again only after a minute and a half.
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(60));
    }

    private static IEnumerable<int> TakeAll(SharedFileJobQueue worker)
    {
        while (worker.TryDequeue(Queues) is { } job)
        {
            yield return int.Parse(job.JobId, CultureInfo.InvariantCulture);
            job.RemoveFromQueue();
            job.Dispose();
        }
    }

    private SQLiteConnection Connect() => new(Path.Combine(_folder.FullName, "fleet.db")) { BusyTimeout = TimeSpan.FromSeconds(30) };

    private SharedFileJobQueue Process(TimeProvider time)
    {
        var options = new SQLiteStorageOptions { InvisibilityTimeout = Timeout, JournalMode = SQLiteStorageOptions.JournalModes.WAL };
        var storage = new SQLiteStorage(new SQLiteDbConnectionFactory(Connect), options);
        _processes.Add(storage);
        return new SharedFileJobQueue(storage, storage.CreateAndOpenConnection(), options, time, new Lock());
    }
}
