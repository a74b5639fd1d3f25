using AppFlow.Fluent.Emulator.Storage;

namespace AppFlow.Fluent.Emulator.Service;

/// <summary>A change of the whole state, such as a reset, before and after which calls are carried out, but not beside it.</summary>
/// <param name="prepare">What is to be written, as things are when its turn comes.</param>
/// <param name="apply">Lets it hold.</param>
internal sealed class LoneChange(Func<StoredChanges> prepare, Action apply) : QueuedChange
{
    public override bool IsAlone => true;

    public override void Stage(StagedChanges staged) => staged.Stored = prepare();

    public override void Apply() => apply();
}
