using AppFlow.Fluent.Emulator.Protocol;

namespace AppFlow.Fluent.Emulator.Service;

/// <summary>A change that waits to be written before it takes effect. Only the writer's thread calls it.</summary>
internal abstract class QueuedChange
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when it is in effect, or fails with the reason why it is not.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Whether nothing else may be written together with it.</summary>
    public virtual bool IsAlone => false;

    /// <summary>Stages what is to be written.</summary>
    public abstract void Stage(StagedChanges staged);

    /// <summary>Puts it into effect, because it is written.</summary>
    public abstract void Apply();

    /// <summary>The exception that it fails with, because it could not be written.</summary>
    public virtual Exception WhyNot(ServiceException unwritten) => unwritten;

    public void End(Exception? failure = null)
    {
        if (failure is null)
        {
            _ended.TrySetResult();
        }
        else
        {
            _ended.TrySetException(failure);
        }
    }
}
