using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Faults;
using AppFlow.Fluent.Emulator.Idempotency;
using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.Service;

namespace AppFlow.Fluent.Emulator.State;

/// <summary>All that an emulator holds and that a reset empties.</summary>
internal sealed class EmulatorState
{
    public EmulatorState(AppFlowEmulatorOptions options, FaultPlan faults, LedgerFeed feed)
    {
        Clock = new ShiftedClock(options.TimeProvider);
        Faults = new FaultSchedule(faults);
        Ledger = new RequestLedger(options.LedgerEntries, options.LedgerReader, feed);
        Service = new ConnectorService(
            new ConnectorRegistry(new ConnectorAccount(options.AccountId, options.Region), Clock),
            new IdempotencyStore(Clock),
            Ledger,
            options.TimeProvider);
        Regions = [new(options.Region, Service)];
    }

    /// <summary>Tells this state from the one before a reset, and from those of other emulators.</summary>
    public string Generation { get; } = Guid.NewGuid().ToString("N");

    public ShiftedClock Clock { get; }

    public FaultSchedule Faults { get; }

    public RequestLedger Ledger { get; }

    public ConnectorService Service { get; }

    /// <summary>The regions that hold something, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, ConnectorService>> Regions { get; }
}
