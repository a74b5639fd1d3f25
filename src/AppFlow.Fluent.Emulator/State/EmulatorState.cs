using AppFlow.Fluent.Emulator.Faults;
using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.Service;
using AppFlow.Fluent.Emulator.Storage;

namespace AppFlow.Fluent.Emulator.State;

/// <summary>Everything that an emulator holds and a reset clears.</summary>
internal sealed class EmulatorState
{
    private readonly WrittenChanges? _written;

    /// <param name="options">How the emulator is to run.</param>
    /// <param name="faults">The faults from the start.</param>
    /// <param name="stored">What was kept of an earlier process.</param>
    /// <param name="writer">Writes what is to be kept; <see langword="null"/> where memory alone holds it.</param>
    /// <param name="feed">What follows the ledger over resets.</param>
    public EmulatorState(AppFlowEmulatorOptions options, FaultPlan faults, StoredState stored, ChangeWriter? writer, LedgerFeed feed)
    {
        Clock = new ShiftedClock(options.TimeProvider, stored.ClockShift);
        Faults = new FaultSchedule(faults);
        Ledger = new RequestLedger(options.LedgerEntries, options.LedgerReader, feed);
        _written = writer is null ? null : new WrittenChanges(writer, Ledger);
        Regions = new RegionStates(options, Clock, _written ?? (IChanges)new ImmediateChanges(Ledger));
        Regions.Restore(stored);
    }

    /// <summary>Tells this state from the one before a reset, and from those of other emulators.</summary>
    public string Generation { get; } = Guid.NewGuid().ToString("N");

    public ShiftedClock Clock { get; }

    public FaultSchedule Faults { get; }

    public RequestLedger Ledger { get; }

    public RegionStates Regions { get; }

    /// <summary>Lets requests in flight leave no trace in the state that has taken this one's place.</summary>
    public void Detach() => _written?.Detach();
}
