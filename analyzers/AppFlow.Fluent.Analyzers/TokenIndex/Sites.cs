using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>The summaries of all trees put together: which calls may send which value.</summary>
internal sealed class Sites
{
    private readonly Dictionary<string, List<IndexedSite>> _byValue = new(StringComparer.Ordinal);

    /// <summary>Reads the calls of all trees. What resolves an argument that names what the sources do not declare is asked once for each name.</summary>
    public Sites(IndexedTrees trees, Func<IndexedSite, TextSpan, IEnumerable<string>> resolve, CancellationToken cancellationToken)
    {
        var texts = new KnownTexts(trees.All);
        var resolved = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var site in InOrder(trees, cancellationToken))
        {
            foreach (var argument in site.Call.Arguments)
            {
                var values = texts.ValuesOf(argument.Value);
                if (values is null)
                {
                    var key = texts.KeyOf(argument.Value);
                    if (!resolved.TryGetValue(key, out values))
                    {
                        resolved.Add(key, values = resolve(site, argument.Key).ToList());
                    }
                }

                foreach (var value in values)
                {
                    Add(value, site);
                }
            }
        }
    }

    /// <summary>The calls that may send the value, by path and position.</summary>
    public IReadOnlyList<IndexedSite> ThatSend(string value) => _byValue.TryGetValue(value, out var sites) ? sites : [];

    // Most trees have none: only those that have any are put in order. It is a stable one, and files without a path stay as they are.
    private static IEnumerable<IndexedSite> InOrder(IndexedTrees trees, CancellationToken cancellationToken)
    {
        var ofTrees = new List<KeyValuePair<TreeSummary, IReadOnlyList<CallSite>>>();
        foreach (var tree in trees.Own)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (trees.Keys.SitesOf(tree, cancellationToken) is { Count: > 0 } calls)
            {
                ofTrees.Add(new KeyValuePair<TreeSummary, IReadOnlyList<CallSite>>(tree, calls));
            }
        }

        return ofTrees
            .OrderBy(tree => tree.Key.Tree.FilePath, StringComparer.Ordinal)
            .SelectMany(tree => tree.Value, (tree, call) => new IndexedSite(tree.Key, call));
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
