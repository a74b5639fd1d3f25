using AppFlow.Fluent.Emulator.Protocol;
using AppFlow.Fluent.Emulator.Storage;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Emulator.Service;

/// <summary>
/// Writes changes before they take effect and before they are answered. The next write takes everything that arrived during the current one, in
/// the order of arrival, so many callers need few writes.
/// </summary>
internal sealed partial class ChangeWriter(IStateStore store, ILogger logger) : IThreadPoolWorkItem, IAsyncDisposable
{
    private const int MaxTogether = 1_000;

    private readonly Lock _sync = new();
    private readonly Queue<QueuedChange> _waiting = new();
    private bool _isWriting;
    private bool _isClosed;
    private TaskCompletionSource? _idle;

    /// <summary>The clock for connectors' dates and client tokens' expiry. A reset replaces it.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Completes when the change is written and in effect; fails if it is not.</summary>
    public Task WriteAsync(QueuedChange change)
    {
        lock (_sync)
        {
            if (_isClosed)
            {
                change.End(ServiceException.NotWritten("the emulator is stopping"));
                return change.Ended;
            }

            _waiting.Enqueue(change);
            if (_isWriting)
            {
                return change.Ended;
            }

            _isWriting = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return change.Ended;
    }

    /// <summary>Writes what waits, accepts no more, and closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        Task idle;
        lock (_sync)
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
            _idle = _isWriting ? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) : null;
            idle = _idle?.Task ?? Task.CompletedTask;
        }

        await idle.ConfigureAwait(false);
        store.Dispose();
    }

    void IThreadPoolWorkItem.Execute()
    {
        while (Take() is { Count: > 0 } together)
        {
            Write(together);
        }
    }

    private List<QueuedChange> Take()
    {
        var together = new List<QueuedChange>();
        lock (_sync)
        {
            while (together.Count < MaxTogether && _waiting.TryPeek(out var next) && !(next.IsAlone && together.Count > 0))
            {
                together.Add(_waiting.Dequeue());
                if (next.IsAlone)
                {
                    break;
                }
            }

            if (together.Count == 0)
            {
                _isWriting = false;
                _idle?.SetResult();
            }
        }

        return together;
    }

    private void Write(List<QueuedChange> together)
    {
        var staged = new StagedChanges(Clock);
        var stageable = together.FindAll(change => Attempt(change, () => change.Stage(staged)));
        try
        {
            if (staged.ToStored() is { IsEmpty: false } changes)
            {
                store.Write(changes);
            }
        }
#pragma warning disable CA1031 // Any failure to write: the changes do not take effect, and each caller is told.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogUnwritten(logger, failure);
            stageable.ForEach(change => change.End(change.WhyNot(ServiceException.NotWritten(failure.Message))));
            return;
        }

        staged.Commit();
        stageable.FindAll(change => Attempt(change, change.Apply)).ForEach(change => change.End());
    }

    /// <summary>A failure of one change must not keep the others waiting.</summary>
    private static bool Attempt(QueuedChange change, Action step)
    {
        try
        {
            step();
            return true;
        }
#pragma warning disable CA1031 // The caller that waits for the change gets the exception.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            change.End(failure);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Changes could not be written, and do not hold")]
    private static partial void LogUnwritten(ILogger logger, Exception failure);
}
