using AppFlow.Fluent.Emulator.Storage;

namespace AppFlow.Fluent.Emulator.Service;

/// <summary>A change of the whole state, such as a reset. Calls are carried out before it and after it, but not at the same time.</summary>
/// <param name="prepare">Returns what is to be written, according to the state when its turn comes.</param>
/// <param name="apply">Puts it into effect.</param>
internal sealed class LoneChange(Func<StoredChanges> prepare, Action apply) : QueuedChange
{
    public override bool IsAlone => true;

    public override void Stage(StagedChanges staged) => staged.Stored = prepare();

    public override void Apply() => apply();
}
