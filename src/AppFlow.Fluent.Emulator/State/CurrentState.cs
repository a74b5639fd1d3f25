namespace AppFlow.Fluent.Emulator.State;

/// <summary>
/// The current state. A reset replaces it, so that a request in flight completes in the state it started with and leaves no trace in the
/// new one.
/// </summary>
internal sealed class CurrentState(AppFlowEmulatorOptions options)
{
    private volatile EmulatorState _value = new(options, options.Faults);

    public EmulatorState Value => _value;

    public void Reset() => _value = new EmulatorState(options, FaultPlan.None);
}
