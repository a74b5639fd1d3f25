using AppFlow.Fluent.Emulator.Protocol;

namespace AppFlow.Fluent.Emulator.Service;

/// <summary>Something that waits to be written before it holds. The writer's thread alone calls it.</summary>
internal abstract class QueuedChange
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when it holds, or fails with the reason why it does not.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Whether nothing else may be written together with it.</summary>
    public virtual bool IsAlone => false;

    /// <summary>Says what is to be written.</summary>
    public abstract void Stage(StagedChanges staged);

    /// <summary>Lets it hold: it is written.</summary>
    public abstract void Apply();

    /// <summary>What it fails with since it could not be written.</summary>
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
