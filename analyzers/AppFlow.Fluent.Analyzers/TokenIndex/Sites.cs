using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>The combined summaries of all trees: which calls may send which value.</summary>
internal sealed class Sites
{
    private readonly Sites? _first;
    private readonly KnownTexts _texts;
    private readonly HashSet<TreeSummary> _replaced = [];
    private readonly Dictionary<string, List<IndexedSite>> _byValue = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _resolved = new(StringComparer.Ordinal);

    /// <summary>
    /// Reads the calls of all trees or, if those of the first reading are known, only of the edited ones. An argument name that the sources
    /// do not declare is resolved once.
    /// </summary>
    public Sites(IndexedTrees trees, Sites? first, Func<IndexedSite, TextSpan, IEnumerable<string>> resolve, CancellationToken cancellationToken)
    {
        _first = first;
        _texts = first?._texts ?? new KnownTexts(trees.All);
        _replaced.UnionWith(trees.Replaced);
        foreach (var site in InOrder(first is null ? trees.Own : trees.Edited, trees.Keys, cancellationToken))
        {
            foreach (var argument in site.Call.Arguments)
            {
                foreach (var value in _texts.ValuesOf(argument.Value) ?? Resolved(site, argument.Key, _texts.KeyOf(argument.Value), resolve))
                {
                    Add(value, site);
                }
            }
        }
    }

    /// <summary>The calls that may send the value, by path and position.</summary>
    public IEnumerable<IndexedSite> ThatSend(string value)
    {
        var sites = _byValue.TryGetValue(value, out var own) ? own : [];
        return _first is null ? sites : InOrder(_first.ThatSend(value).Where(site => !_replaced.Contains(site.Summary)).Concat(sites), site => site.Summary);
    }

    // Most trees have none: only the others are sorted.
    private static IEnumerable<IndexedSite> InOrder(IEnumerable<TreeSummary> trees, TokenKeys keys, CancellationToken cancellationToken)
    {
        var ofTrees = new List<KeyValuePair<TreeSummary, IReadOnlyList<CallSite>>>();
        foreach (var tree in trees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (keys.SitesOf(tree, cancellationToken) is { Count: > 0 } calls)
            {
                ofTrees.Add(new KeyValuePair<TreeSummary, IReadOnlyList<CallSite>>(tree, calls));
            }
        }

        return InOrder(ofTrees, tree => tree.Key).SelectMany(tree => tree.Value, (tree, call) => new IndexedSite(tree.Key, call));
    }

    // A stable order: files without a path stay as they are.
    private static IEnumerable<T> InOrder<T>(IEnumerable<T> all, Func<T, TreeSummary> tree) => all.OrderBy(item => tree(item).Tree.FilePath, StringComparer.Ordinal);

    private IReadOnlyList<string> Resolved(IndexedSite site, TextSpan argument, string key, Func<IndexedSite, TextSpan, IEnumerable<string>> resolve)
    {
        if (_first is not null && _first._resolved.TryGetValue(key, out var values))
        {
            return values;
        }

        if (!_resolved.TryGetValue(key, out values))
        {
            _resolved.Add(key, values = resolve(site, argument).ToList());
        }

        return values;
    }

    private void Add(string value, IndexedSite site)
    {
        if (!_byValue.TryGetValue(value, out var sites))
        {
            _byValue.Add(value, sites = []);
        }

        if (sites.Count == 0 || sites[sites.Count - 1] != site)
        {
            sites.Add(site);
        }
    }
}
