using System.Collections.Immutable;
using AppFlow.Fluent.Emulator.Operations;

namespace AppFlow.Fluent.Emulator.Connectors;

/// <summary>
/// The custom connectors of one account in one region. Not thread-safe: <see cref="ConnectorService"/> lets one call in at a time.
/// </summary>
internal sealed class ConnectorRegistry(ConnectorAccount account, TimeProvider timeProvider)
{
    private ImmutableSortedDictionary<string, Connector> _connectors =
        ImmutableSortedDictionary.Create<string, Connector>(StringComparer.Ordinal);

    private PageTokens _pageTokens = new();

    /// <summary>One that holds the same and goes its own way: what is done to it is not done here.</summary>
    public ConnectorRegistry Fork() => new(account, timeProvider) { _connectors = _connectors, _pageTokens = _pageTokens };

    public Connector Register(string label, string? description, string lambdaArn)
    {
        if (_connectors.ContainsKey(label))
        {
            throw ServiceException.Conflict($"A connector with the label {label} is already registered.");
        }

        var connector = new Connector(label, NullIfEmpty(description), lambdaArn, Revision: 1, timeProvider.GetUtcNow(), account);
        _connectors = _connectors.Add(label, connector);
        return connector;
    }

    /// <summary>Reads the Lambda again, another one if one is given. No description keeps the old one, an empty one clears it.</summary>
    public Connector Update(string label, string? description, string? lambdaArn)
    {
        var connector = Get(label);
        var updated = connector with
        {
            Description = description is null ? connector.Description : NullIfEmpty(description),
            LambdaArn = lambdaArn ?? connector.LambdaArn,
            Revision = connector.Revision + 1,
        };
        _connectors = _connectors.SetItem(label, updated);
        return updated;
    }

    public void Unregister(string label)
    {
        Get(label);
        _connectors = _connectors.Remove(label);
    }

    public Connector Get(string label) => _connectors.TryGetValue(label, out var connector) ? connector : throw NotFound(label);

    public ConnectorPage List(int maxResults, string? nextToken)
    {
        var after = nextToken is null ? null
            : _pageTokens.Read(nextToken) ?? throw ServiceException.Validation("The nextToken is none that ListConnectors has given.");

        var connectors = _connectors.Values
            .Where(connector => after is null || string.CompareOrdinal(connector.Label, after) > 0)
            .Take(maxResults + 1)
            .ToList();
        if (connectors.Count <= maxResults)
        {
            return new ConnectorPage(connectors, NextToken: null);
        }

        connectors.RemoveAt(maxResults);
        return new ConnectorPage(connectors, _pageTokens.After(connectors[^1].Label));
    }

    private static string? NullIfEmpty(string? description) => string.IsNullOrEmpty(description) ? null : description;

    private static ServiceException NotFound(string label) =>
        ServiceException.ResourceNotFound($"No connector with the label {label} is registered.");
}
