using System.Runtime.InteropServices;
using AppFlow.Fluent.Emulator.Protocol;

namespace AppFlow.Fluent.Emulator.Connectors;

/// <summary>The custom connectors of one account in one region, as everybody finds them.</summary>
internal sealed class ConnectorRegistry(ConnectorAccount account, TimeProvider timeProvider) : ConnectorSet(account, timeProvider)
{
    private static readonly SortedSet<string> NoLabels = [];

    private readonly Lock _sync = new();
    private readonly Dictionary<string, Connector> _connectors = new(StringComparer.Ordinal);

    // A sorted set in addition to the dictionary: finding the start of a page costs one search, however many connectors there are.
    private readonly SortedSet<string> _labels = new(StringComparer.Ordinal);
    private readonly PageTokens _pageTokens = new();

    public bool IsEmpty => Count == 0;

    public int Count
    {
        get
        {
            lock (_sync)
            {
                return _connectors.Count;
            }
        }
    }

    public override Connector? Find(string label)
    {
        lock (_sync)
        {
            return _connectors.GetValueOrDefault(label);
        }
    }

    public override void Set(string label, Connector? connector)
    {
        lock (_sync)
        {
            if (connector is null)
            {
                _connectors.Remove(label);
                _labels.Remove(label);
            }
            else
            {
                ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_connectors, label, out var known);
                place = connector;
                if (!known)
                {
                    _labels.Add(label);
                }
            }
        }
    }

    public override ConnectorPage List(int maxResults, string? nextToken)
    {
        var after = nextToken is null ? null
            : _pageTokens.Read(nextToken) ?? throw ServiceException.Validation("The nextToken was not returned by ListConnectors.");
        var connectors = Take(maxResults + 1, after);
        if (connectors.Count <= maxResults)
        {
            return new ConnectorPage(connectors, NextToken: null);
        }

        connectors.RemoveAt(maxResults);
        return new ConnectorPage(connectors, _pageTokens.After(connectors[^1].Label));
    }

    /// <summary>The connectors behind a label in the order of their labels, from the first for <see langword="null"/>.</summary>
    public List<Connector> Take(int count, string? after)
    {
        var taken = new List<Connector>(count);
        lock (_sync)
        {
            foreach (var label in LabelsFrom(after))
            {
                if (label != after)
                {
                    taken.Add(_connectors[label]);
                }

                if (taken.Count == count)
                {
                    break;
                }
            }
        }

        return taken;
    }

    private SortedSet<string> LabelsFrom(string? first)
    {
        if (first is null)
        {
            return _labels;
        }

        return _labels.Max is { } last && string.CompareOrdinal(first, last) <= 0 ? _labels.GetViewBetween(first, last) : NoLabels;
    }
}
