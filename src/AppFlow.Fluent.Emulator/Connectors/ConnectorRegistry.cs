using AppFlow.Fluent.Emulator.Protocol;

namespace AppFlow.Fluent.Emulator.Connectors;

/// <summary>The custom connectors of one account in one region. Each call is atomic; connectors themselves never change.</summary>
internal sealed class ConnectorRegistry(ConnectorAccount account, TimeProvider timeProvider)
{
    private static readonly SortedSet<string> NoLabels = [];

    private readonly Lock _sync = new();
    private readonly Dictionary<string, Connector> _connectors = new(StringComparer.Ordinal);

    // A tree beside the table: a page begins where the last one ended, at the cost of a search however many connectors there are.
    private readonly SortedSet<string> _labels = new(StringComparer.Ordinal);
    private readonly PageTokens _pageTokens = new();

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

    /// <exception cref="ServiceException">There is a connector with this label.</exception>
    public void ThrowIfTaken(string label)
    {
        lock (_sync)
        {
            if (_connectors.ContainsKey(label))
            {
                throw ServiceException.Conflict($"A connector with the label {label} is already registered.");
            }
        }
    }

    public Connector Register(string label, string? description, string lambdaArn)
    {
        lock (_sync)
        {
            ThrowIfTaken(label);
            var connector = new Connector(label, NullIfEmpty(description), lambdaArn, Revision: 1, timeProvider.GetUtcNow(), account);
            _connectors.Add(label, connector);
            _labels.Add(label);
            return connector;
        }
    }

    /// <summary>Reads the Lambda again, another one if one is given. No description keeps the old one, an empty one clears it.</summary>
    public Connector Update(string label, string? description, string? lambdaArn)
    {
        lock (_sync)
        {
            var connector = Get(label);
            var updated = connector with
            {
                Description = description is null ? connector.Description : NullIfEmpty(description),
                LambdaArn = lambdaArn ?? connector.LambdaArn,
                Revision = connector.Revision + 1,
            };
            _connectors[label] = updated;
            return updated;
        }
    }

    public void Unregister(string label)
    {
        lock (_sync)
        {
            Get(label);
            _connectors.Remove(label);
            _labels.Remove(label);
        }
    }

    /// <exception cref="ServiceException">There is no connector with this label.</exception>
    public Connector Get(string label)
    {
        lock (_sync)
        {
            return _connectors.TryGetValue(label, out var connector) ? connector : throw NotFound(label);
        }
    }

    public ConnectorPage List(int maxResults, string? nextToken)
    {
        var after = nextToken is null ? null
            : _pageTokens.Read(nextToken) ?? throw ServiceException.Validation("The nextToken is none that ListConnectors has given.");
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

    private static string? NullIfEmpty(string? description) => string.IsNullOrEmpty(description) ? null : description;

    private static ServiceException NotFound(string label) =>
        ServiceException.ResourceNotFound($"No connector with the label {label} is registered.");
}
