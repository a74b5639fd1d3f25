using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Service;
using AppFlow.Fluent.Emulator.Storage;

namespace AppFlow.Fluent.Emulator.State;

/// <summary>
/// The regions: the one that the emulator represents, or any region that a request is signed for. If any region is allowed, only those that hold
/// something are kept; others exist only while a request uses them.
/// </summary>
internal sealed class RegionStates
{
    private readonly AppFlowEmulatorOptions _options;
    private readonly TimeProvider _clock;
    private readonly IChanges _changes;

    private readonly Lock _sync = new();
    private readonly Dictionary<string, RegionState> _regions = new(StringComparer.Ordinal);
    private readonly RegionState? _only;

    public RegionStates(AppFlowEmulatorOptions options, TimeProvider clock, IChanges changes)
    {
        (_options, _clock, _changes) = (options, clock, changes);
        _only = options.IsAnyRegion ? null : Create(options.Region);
    }

    /// <summary>How many regions are kept.</summary>
    public int Count
    {
        get
        {
            lock (_sync)
            {
                return _only is null ? _regions.Count : 1;
            }
        }
    }

    /// <summary>The regions that are kept, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, ConnectorService>> ByName
    {
        get
        {
            lock (_sync)
            {
                var kept = _only is null ? [.. _regions.Values] : new List<RegionState> { _only };
                return [.. kept.Select(region => KeyValuePair.Create(region.Registry.Account.Region, region.Service)).OrderBy(region => region.Key, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>The region for one request, until the visit is disposed.</summary>
    public RegionVisit Enter(string name)
    {
        if (_only is not null)
        {
            return new RegionVisit(this, _only);
        }

        lock (_sync)
        {
            var region = Of(name);
            region.Visitors++;
            return new RegionVisit(this, region);
        }
    }

    public void Leave(RegionState region)
    {
        if (region == _only)
        {
            return;
        }

        lock (_sync)
        {
            region.Visitors--;
            if (region.Visitors == 0 && region.IsEmpty)
            {
                _regions.Remove(region.Registry.Account.Region);
            }
        }
    }

    /// <summary>Restores the stored state, before any request comes.</summary>
    public void Restore(StoredState stored)
    {
        lock (_sync)
        {
            foreach (var connector in stored.Connectors)
            {
                Of(connector.Region).Restore(connector);
            }

            // Many tokens have the same answer, so they share one copy of its body.
            var bodies = new HashSet<byte[]>(new BodyComparer());
            foreach (var token in Remembered(stored.Tokens))
            {
                if (!bodies.TryGetValue(token.Body, out var body))
                {
                    bodies.Add(body = token.Body);
                }

                Of(token.Region).Restore(token, body);
            }
        }
    }

    /// <summary>The tokens that have not expired, in the order in which they expire. If a token was used again, its last use counts.</summary>
    private IOrderedEnumerable<StoredToken> Remembered(IReadOnlyList<StoredToken> tokens)
    {
        var now = _clock.GetUtcNow();
        var last = new Dictionary<(string, string, string), StoredToken>();
        foreach (var token in tokens.Where(token => token.ExpiresAt > now))
        {
            last[(token.Region, token.Operation, token.ClientToken)] = token;
        }

        return last.Values.OrderBy(token => token.ExpiresAt);
    }

    private RegionState Of(string name)
    {
        if (_only is not null)
        {
            return _only;
        }

        if (!_regions.TryGetValue(name, out var region))
        {
            region = Create(name);
            _regions.Add(name, region);
        }

        return region;
    }

    private RegionState Create(string name) =>
        new(new ConnectorAccount(_options.AccountId, name), _clock, _options.TimeProvider, _changes);

    private sealed class BodyComparer : IEqualityComparer<byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj)
        {
            var hash = new HashCode();
            hash.AddBytes(obj);
            return hash.ToHashCode();
        }
    }
}
