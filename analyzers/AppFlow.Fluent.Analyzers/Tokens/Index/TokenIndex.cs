using System.Collections.Concurrent;
using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Requests;
using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.Tokens.Index;

/// <summary>
/// Where a compilation's hard-coded tokens are. The summaries of all trees say where a value may be sent; the semantic model is asked
/// about those few places only, so that an edit does not bind the files that have nothing to do with it.
/// </summary>
internal sealed class TokenIndex(
    Compilation compilation,
    FluentModel model,
    Func<SyntaxTree, TreeSummary?> summaryOf,
    AnalyzerConfigOptionsProvider options)
{
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<IndexedSite, ImmutableArray<TokenPlace>> _places = new();
    private readonly ConcurrentDictionary<SyntaxTree, bool> _generated = new();
    private volatile Sites? _sites;
    private volatile Dictionary<string, List<IndexedSite>>? _byValue;

    /// <summary>The calls of a tree that may send a hard-coded token, in the order in which they stand there.</summary>
    public IReadOnlyList<IndexedSite> SitesIn(SyntaxTree tree, CancellationToken cancellationToken) =>
        SitesOfAll(cancellationToken).ByTree.TryGetValue(tree, out var sites) && !IsGenerated(tree) ? sites : [];

    /// <summary>The calls of the compilation that may send this value, by path and position.</summary>
    public IEnumerable<IndexedSite> SitesThatSend(string value, CancellationToken cancellationToken) =>
        ByValue(cancellationToken).TryGetValue(value, out var sites) ? sites.Where(site => !IsGenerated(site.Tree)) : [];

    /// <summary>What the call does send, by the semantic model.</summary>
    public ImmutableArray<TokenPlace> PlacesAt(IndexedSite site, CancellationToken cancellationToken)
    {
        if (!_places.TryGetValue(site, out var places))
        {
            places = TokenPlaces.Of(site, compilation, model, cancellationToken);
            _places.TryAdd(site, places);
        }

        return places;
    }

    private bool IsGenerated(SyntaxTree tree) =>
        _generated.GetOrAdd(tree, tree => summaryOf(tree) is { } summary && GeneratedCode.Is(tree, summary, options));

    private Sites SitesOfAll(CancellationToken cancellationToken)
    {
        if (_sites is { } sites)
        {
            return sites;
        }

        // Not a Lazy: it would keep a cancellation for ever.
        lock (_gate)
        {
            return _sites ??= new Sites(compilation, summaryOf, cancellationToken);
        }
    }

    private Dictionary<string, List<IndexedSite>> ByValue(CancellationToken cancellationToken)
    {
        if (_byValue is { } byValue)
        {
            return byValue;
        }

        var sites = SitesOfAll(cancellationToken);
        lock (_gate)
        {
            return _byValue ??= sites.ByValue(site => ValuesAt(site.Key, site.Value, cancellationToken));
        }
    }

    // A name that the sources do not declare: a constant of a referenced assembly, or one that is inherited from there.
    private IEnumerable<string> ValuesAt(IndexedSite site, TextSpan argument, CancellationToken cancellationToken) =>
        site.Tree.GetRoot(cancellationToken).FindNode(argument, getInnermostNodeForTie: true) is ExpressionSyntax expression
        && SemanticModels.Of(compilation, site.Tree)?.GetOperation(expression, cancellationToken) is { } operation
            ? HardCodedValues.Of(operation, compilation, cancellationToken).Select(value => value.Value).OfType<string>()
            : [];
}
