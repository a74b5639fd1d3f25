using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.Protocol;
using AppFlow.Fluent.Emulator.Service;
using AppFlow.Fluent.Emulator.Storage;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Emulator.State;

/// <summary>
/// The current state. A reset replaces it, so that a request in flight completes in the state it started with and leaves no trace in the
/// new one.
/// </summary>
internal sealed class CurrentState : IAsyncDisposable
{
    private readonly AppFlowEmulatorOptions _options;
    private readonly ChangeWriter? _writer;
    private volatile EmulatorState _value;

    private CurrentState(AppFlowEmulatorOptions options, StoredState stored, ChangeWriter? writer)
    {
        (_options, _writer) = (options, writer);
        _value = new EmulatorState(options, options.Faults, stored, writer, Feed);
        FollowClock();
    }

    /// <summary>Begins with what the options' store has kept, if they have one.</summary>
    public static CurrentState Open(AppFlowEmulatorOptions options, ILogger logger)
    {
        if (options.OpenStore is null)
        {
            return new CurrentState(options, StoredState.Empty, writer: null);
        }

        var store = options.OpenStore(options);
        try
        {
            return new CurrentState(options, store.Load(), new ChangeWriter(store, logger));
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    public EmulatorState Value => _value;

    /// <summary>What is written to the ledger, for those who follow it over resets.</summary>
    public LedgerFeed Feed { get; } = new();

    /// <exception cref="ServiceException">It could not be written, and nothing was changed.</exception>
    public ValueTask ResetAsync()
    {
        if (_writer is null)
        {
            Replace();
            return ValueTask.CompletedTask;
        }

        return new ValueTask(_writer.WriteAsync(new LoneChange(() => new StoredChanges(_value.Clock.GetUtcNow()) { Clears = true }, Replace)));
    }

    /// <exception cref="ArgumentOutOfRangeException">The clock would go back, or beyond the last year there is.</exception>
    /// <exception cref="ServiceException">It could not be written, and nothing was changed.</exception>
    public ValueTask AdvanceClockAsync(TimeSpan by)
    {
        if (_writer is null)
        {
            _value.Clock.Advance(by);
            return ValueTask.CompletedTask;
        }

        var shift = TimeSpan.Zero;
        return new ValueTask(_writer.WriteAsync(new LoneChange(
            () =>
            {
                shift = _value.Clock.ShiftAfter(by);
                return new StoredChanges(_value.Clock.GetUtcNow() + by) { ClockShift = shift };
            },
            () => _value.Clock.Set(shift))));
    }

    public ValueTask DisposeAsync() => _writer?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void Replace()
    {
        var replaced = _value;
        _value = new EmulatorState(_options, FaultPlan.None, StoredState.Empty, _writer, Feed);
        FollowClock();
        replaced.Detach();
        replaced.Ledger.LeaveFeed();
    }

    private void FollowClock()
    {
        if (_writer is not null)
        {
            _writer.Clock = _value.Clock;
        }
    }
}
