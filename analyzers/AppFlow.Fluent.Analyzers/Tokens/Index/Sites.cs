using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.Tokens.Index;

/// <summary>The summaries of all trees put together: which calls may send a token, and which value.</summary>
internal sealed class Sites
{
    private readonly KnownTexts _texts;
    private readonly List<IndexedSite> _all = [];

    public Sites(Compilation compilation, Func<SyntaxTree, TreeSummary?> summaryOf, CancellationToken cancellationToken)
    {
        var trees = new List<KeyValuePair<SyntaxTree, TreeSummary>>();
        var summaries = new List<TreeSummary>();
        var assemblies = new List<IAssemblySymbol>();

        // OrderBy is stable: files without a path stay in the order of the compilation.
        foreach (var tree in compilation.SyntaxTrees.OrderBy(tree => tree.FilePath, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (summaryOf(tree) is { } summary)
            {
                trees.Add(new KeyValuePair<SyntaxTree, TreeSummary>(tree, summary));
                summaries.Add(summary);
            }
        }

        foreach (var reference in compilation.References)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (compilation.GetAssemblyOrModuleSymbol(reference) is not IAssemblySymbol assembly || !ReferencedMembers.CanHaveTokens(assembly))
            {
                continue;
            }

            // A project that is referenced in source changes with each edit there; its trees that did not change are not read again.
            if (reference is CompilationReference { Compilation: { Language: LanguageNames.CSharp } project })
            {
                summaries.AddRange(project.SyntaxTrees.Select(summaryOf).OfType<TreeSummary>());
            }
            else
            {
                assemblies.Add(assembly);
            }
        }

        _texts = new KnownTexts(summaries);
        var keys = new TokenKeys(summaries, assemblies);
        for (var order = 0; order < trees.Count; order++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(trees[order].Key, order, keys.SitesOf(trees[order].Value, trees[order].Key, cancellationToken));
        }
    }

    public Dictionary<SyntaxTree, IReadOnlyList<IndexedSite>> ByTree { get; } = [];

    /// <summary>The calls by the values that they may send, each list by path and position.</summary>
    /// <param name="resolve">The values of an argument that names what the sources do not declare. Asked once for each such name.</param>
    public Dictionary<string, List<IndexedSite>> ByValue(Func<KeyValuePair<IndexedSite, TextSpan>, IEnumerable<string>> resolve)
    {
        var byValue = new Dictionary<string, List<IndexedSite>>(StringComparer.Ordinal);
        var resolved = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var site in _all)
        {
            foreach (var argument in site.Call.Arguments)
            {
                var values = _texts.ValuesOf(argument.Value);
                if (values is null)
                {
                    var key = _texts.KeyOf(argument.Value);
                    if (!resolved.TryGetValue(key, out values))
                    {
                        resolved.Add(key, values = resolve(new KeyValuePair<IndexedSite, TextSpan>(site, argument.Key)).ToList());
                    }
                }

                foreach (var value in values)
                {
                    Add(byValue, value, site);
                }
            }
        }

        return byValue;
    }

    private void Add(SyntaxTree tree, int order, IEnumerable<CallSite> calls)
    {
        var spans = new HashSet<TextSpan>();
        var sites = calls.Where(call => spans.Add(call.Span)).Select(call => new IndexedSite(tree, order, call)).ToList();
        if (sites.Count > 0)
        {
            sites.Sort(IndexedSite.Compare);
            ByTree.Add(tree, sites);
            _all.AddRange(sites);
        }
    }

    private static void Add(Dictionary<string, List<IndexedSite>> byValue, string value, IndexedSite site)
    {
        if (!byValue.TryGetValue(value, out var sites))
        {
            byValue.Add(value, sites = []);
        }

        if (sites.Count == 0 || sites[sites.Count - 1] != site)
        {
            sites.Add(site);
        }
    }
}
