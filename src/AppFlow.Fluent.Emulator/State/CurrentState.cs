using AppFlow.Fluent.Emulator.Ledger;

namespace AppFlow.Fluent.Emulator.State;

/// <summary>
/// The state that requests find. A reset puts another one in its place, so that a request in flight ends in the one it began with and leaves
/// no trace in the new one.
/// </summary>
internal sealed class CurrentState
{
    private readonly AppFlowEmulatorOptions _options;
    private volatile EmulatorState _value;

    public CurrentState(AppFlowEmulatorOptions options)
    {
        _options = options;
        _value = new EmulatorState(options, options.Faults, Feed);
    }

    public EmulatorState Value => _value;

    /// <summary>What is written to the ledger, for those who follow it over resets.</summary>
    public LedgerFeed Feed { get; } = new();

    public void Reset()
    {
        var old = _value;
        _value = new EmulatorState(_options, FaultPlan.None, Feed);
        old.Ledger.LeaveFeed();
    }
}
