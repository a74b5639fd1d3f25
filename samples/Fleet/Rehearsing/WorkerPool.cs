using Fleet.Storage;

namespace Fleet.Rehearsing;

/// <summary>The worker processes of a rehearsal. One that is killed is replaced at once.</summary>
internal sealed class WorkerPool(IReadOnlyList<string> command, StoragePlace place, string folder, int workers) : IDisposable
{
    private readonly List<WorkerProcess> _workers = [];

    /// <summary>The process ids of the killed workers.</summary>
    public List<int> Killed { get; } = [];

    public void Start()
    {
        while (_workers.Count < workers)
        {
            _workers.Add(WorkerProcess.Start(command, place, folder));
        }
    }

    public async Task KillAsync(int worker, CancellationToken cancellationToken)
    {
        using var victim = _workers[worker];
        await victim.KillAsync(cancellationToken);
        Killed.Add(victim.Id);
        _workers[worker] = WorkerProcess.Start(command, place, folder);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(_workers.Select(worker => worker.StopAsync(cancellationToken)));
        Dispose();
    }

    public void Dispose()
    {
        _workers.ForEach(worker => worker.Dispose());
        _workers.Clear();
    }
}
