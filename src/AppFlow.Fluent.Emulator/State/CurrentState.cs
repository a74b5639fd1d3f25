namespace AppFlow.Fluent.Emulator.State;

/// <summary>
/// The state that requests find. A reset puts another one in its place, so that a request in flight ends in the one it began with and leaves
/// no trace in the new one.
/// </summary>
internal sealed class CurrentState(AppFlowEmulatorOptions options)
{
    private volatile EmulatorState _value = new(options, options.Faults);

    public EmulatorState Value => _value;

    public void Reset() => _value = new EmulatorState(options, FaultPlan.None);
}
