using AppFlow.Fluent.Emulator;
using AppFlow.Fluent.Emulator.Ledger;

namespace AppFlow.Fluent.Soak;

/// <summary>
/// Holds what the service writes in its ledger against what was asked and reported. Whatever is settled is reduced to numbers, so that the
/// books of a million calls are no larger than those of a few.
/// </summary>
internal sealed class SoakBooks : ILedgerReader
{
    private readonly Lock _sync = new();

    // Of each token that is not settled yet, the place of its change among all.
    private readonly Dictionary<string, long> _applied = [];
    private readonly Dictionary<string, int> _versions = [];
    private readonly List<(string? Token, string Label)> _leftOpen = [];
    private readonly Dictionary<FaultKind, long> _faults = [];
    private long _appliedCount;

    /// <summary>How many changes the service has applied.</summary>
    public long Applied => Volatile.Read(ref _appliedCount);

    /// <summary>How many changes are of calls that are not settled yet.</summary>
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

    /// <summary>Changes that were applied before, or in spite of, the client's word that they were not.</summary>
    public int AppliedThoughRefused { get; private set; }

    /// <summary>Calls that the client reported as carried out, though the service must refuse them.</summary>
    public int SucceededThoughImpossible { get; private set; }

    /// <summary>Calls that were refused, as they must be.</summary>
    public int Refused { get; private set; }

    /// <summary>Calls that were given up while it was open what became of them.</summary>
    public int LeftOpen => _leftOpen.Count;

    /// <summary>Failures that were carried on.</summary>
    public long CarriedOn { get; private set; }

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

    /// <summary>Judges calls that their callers are done with, and forgets them, but for what was left open.</summary>
    public void Settle(IEnumerable<AskedCall> calls)
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

    /// <summary>Judges a step of the restarted process by the token that it told; null where it told none.</summary>
    public void SettleStep(string label, string? token)
    {
        lock (_sync)
        {
            Judged++;
            Lost += token is null || !_applied.Remove(token) ? 1 : 0;
            Expect(label);
        }
    }

    /// <summary>How many connectors have another version than their changes make.</summary>
    /// <param name="versions">The versions.</param>
    /// <param name="applied">How many changes they count: an attempt that its caller gave up may have been applied since.</param>
    public int WrongVersions(IReadOnlyDictionary<string, int> versions, long applied = long.MaxValue)
    {
        lock (_sync)
        {
            var expected = new Dictionary<string, int>(_versions);
            foreach (var (token, label) in _leftOpen)
            {
                if (token is not null && _applied.TryGetValue(token, out var place) && place < applied)
                {
                    expected[label] = expected.GetValueOrDefault(label) + 1;
                }
            }

            return expected.Count(one => versions.GetValueOrDefault(one.Key) != one.Value) + versions.Keys.Except(expected.Keys).Count();
        }
    }

    private void Settle(AskedCall call)
    {
        long? place = call.ClientToken is { } token && _applied.TryGetValue(token, out var known) ? known : null;
        CarriedOn += call.CarriedOn;
        AppliedThoughRefused += place is not null && (!call.CanSucceed || place < call.AppliedWhenRefused) ? 1 : 0;
        foreach (var (replaced, applied) in call.Replaced)
        {
            if (_applied.Remove(replaced, out var replacedPlace))
            {
                AppliedThoughRefused++;
                Expect(call.ConnectorLabel);
            }
        }

        if (call.CanSucceed && call.IsLeftOpen)
        {
            // Its caller has gone, but its last attempt may still be under way: the end of the soak tells.
            _leftOpen.Add((call.ClientToken, call.ConnectorLabel));
            return;
        }

        _applied.Remove(call.ClientToken ?? "");
        if (!call.CanSucceed)
        {
            SucceededThoughImpossible += call.Succeeded ? 1 : 0;
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
