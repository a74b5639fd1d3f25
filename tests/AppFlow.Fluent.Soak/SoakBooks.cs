using AppFlow.Fluent.Emulator;
using AppFlow.Fluent.Emulator.Ledger;

namespace AppFlow.Fluent.Soak;

/// <summary>
/// Compares the service's ledger with the requested calls and the client's reports. Settled calls are reduced to counts, so that the books
/// of a million calls are as small as those of a few.
/// </summary>
internal sealed class SoakBooks : ILedgerReader
{
    private readonly Lock _sync = new();

    // For each unsettled token, the position of its change among all changes.
    private readonly Dictionary<string, long> _applied = [];
    private readonly Dictionary<string, int> _versions = [];
    private readonly List<(string? Token, string Label)> _abandoned = [];
    private readonly Dictionary<FaultKind, long> _faults = [];
    private long _appliedCount;

    /// <summary>How many changes the service has applied.</summary>
    public long Applied => Volatile.Read(ref _appliedCount);

    /// <summary>How many changes belong to unsettled calls.</summary>
    public int Unsettled
    {
        get
        {
            lock (_sync)
            {
                return _applied.Count;
            }
        }
    }

    /// <summary>How many calls were judged.</summary>
    public long Judged { get; private set; }

    public long Received { get; private set; }

    public long Replayed { get; private set; }

    /// <summary>Changes that were applied a second time.</summary>
    public int Duplicates { get; private set; }

    /// <summary>Calls that never succeeded, or succeeded without having been applied.</summary>
    public int Lost { get; private set; }

    /// <summary>Changes that were applied although the client reported that they were not.</summary>
    public int AppliedAlthoughRefused { get; private set; }

    /// <summary>Calls that the client reported as applied, although the service must refuse them.</summary>
    public int SucceededAlthoughImpossible { get; private set; }

    /// <summary>Calls that were refused, as they must be.</summary>
    public int Refused { get; private set; }

    /// <summary>Calls that were abandoned with an unknown outcome.</summary>
    public int Abandoned => _abandoned.Count;

    /// <summary>Failures that were continued.</summary>
    public long Continued { get; private set; }

    /// <summary>How many requests met a fault of this kind.</summary>
    public long Faulted(FaultKind kind) => _faults.GetValueOrDefault(kind);

    public void OnReceived(LedgerEntry entry)
    {
        lock (_sync)
        {
            Received++;
            Replayed += entry.Outcome == LedgerOutcome.Replayed ? 1 : 0;
            if (entry.Fault is { } fault)
            {
                _faults[fault] = _faults.GetValueOrDefault(fault) + 1;
            }
        }
    }

    public void OnApplied(LedgerEntry entry)
    {
        lock (_sync)
        {
            if (!_applied.TryAdd(entry.ClientToken ?? "", _appliedCount))
            {
                Duplicates++;
            }

            _appliedCount++;
        }
    }

    /// <summary>Judges completed calls and removes them, except for those with an unknown outcome.</summary>
    public void Settle(IEnumerable<RequestedCall> calls)
    {
        lock (_sync)
        {
            foreach (var call in calls)
            {
                Judged++;
                Settle(call);
            }
        }
    }

    /// <summary>Judges a step of the restarted process by the token that it reported; null if it reported none.</summary>
    public void SettleStep(string label, string? token)
    {
        lock (_sync)
        {
            Judged++;
            Lost += token is null || !_applied.Remove(token) ? 1 : 0;
            Expect(label);
        }
    }

    /// <summary>How many connectors have a version that differs from their number of changes.</summary>
    /// <param name="versions">The versions.</param>
    /// <param name="applied">The total number of changes that they count: an abandoned attempt may have been applied since.</param>
    public int WrongVersions(IReadOnlyDictionary<string, int> versions, long applied = long.MaxValue)
    {
        lock (_sync)
        {
            var expected = new Dictionary<string, int>(_versions);
            foreach (var (token, label) in _abandoned)
            {
                if (token is not null && _applied.TryGetValue(token, out var place) && place < applied)
                {
                    expected[label] = expected.GetValueOrDefault(label) + 1;
                }
            }

            return expected.Count(one => versions.GetValueOrDefault(one.Key) != one.Value) + versions.Keys.Except(expected.Keys).Count();
        }
    }

    private void Settle(RequestedCall call)
    {
        long? place = call.ClientToken is { } token && _applied.TryGetValue(token, out var known) ? known : null;
        Continued += call.Continued;
        AppliedAlthoughRefused += place is not null && (!call.CanSucceed || place < call.AppliedWhenRefused) ? 1 : 0;
        foreach (var (replaced, applied) in call.Replaced)
        {
            if (_applied.Remove(replaced, out var replacedPlace))
            {
                AppliedAlthoughRefused++;
                Expect(call.ConnectorLabel);
            }
        }

        if (call.CanSucceed && call.IsLeftOpen)
        {
            // Its caller is gone, but its last attempt may still be in flight: it is judged at the end of the soak.
            _abandoned.Add((call.ClientToken, call.ConnectorLabel));
            return;
        }

        _applied.Remove(call.ClientToken ?? "");
        if (!call.CanSucceed)
        {
            SucceededAlthoughImpossible += call.Succeeded ? 1 : 0;
            Refused += call.Succeeded ? 0 : 1;
        }
        else
        {
            Lost += call.Succeeded && place is not null ? 0 : 1;
            Expect(call.ConnectorLabel);
        }
    }

    private void Expect(string label) => _versions[label] = _versions.GetValueOrDefault(label) + 1;
}
