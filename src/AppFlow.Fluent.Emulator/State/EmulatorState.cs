using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Faults;
using AppFlow.Fluent.Emulator.Idempotency;
using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.Service;

namespace AppFlow.Fluent.Emulator.State;

/// <summary>Everything that an emulator holds and a reset clears.</summary>
internal sealed class EmulatorState
{
    public EmulatorState(AppFlowEmulatorOptions options, FaultPlan faults)
    {
        Clock = new ShiftedClock(options.TimeProvider);
        Faults = new FaultSchedule(faults);
        Ledger = new RequestLedger(options.LedgerEntries, options.LedgerReader);
        Service = new ConnectorService(
            new ConnectorRegistry(new ConnectorAccount(options.AccountId, options.Region), Clock),
            new IdempotencyStore(Clock),
            Ledger,
            options.TimeProvider);
    }

    public ShiftedClock Clock { get; }

    public FaultSchedule Faults { get; }

    public RequestLedger Ledger { get; }

    public ConnectorService Service { get; }
}
