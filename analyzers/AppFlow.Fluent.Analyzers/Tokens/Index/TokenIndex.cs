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
/// Where else in a compilation a hard-coded token is sent. The summaries of all trees say where a value may be; the semantic model is
/// asked about those few places only, and about each once, so that an edit does not bind the files that have nothing to do with it.
/// </summary>
internal sealed class TokenIndex(
    Compilation compilation,
    FluentModel model,
    Func<SyntaxTree, TreeSummary?> summaryOf,
    DeclarationVersions versions,
    AnalyzerConfigOptionsProvider options)
{
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<(SyntaxTree Tree, TextSpan Call), ImmutableArray<TokenPlace>> _places = new();
    private readonly ConcurrentDictionary<TreeSummary, bool> _generated = new();
    private volatile IndexedTrees? _trees;
    private volatile Sites? _sites;
    private volatile DeclarationVersion? _version;

    /// <summary>Whether any indexer takes a token.</summary>
    public bool HasIndexer(CancellationToken cancellationToken) => Trees(cancellationToken).Keys.HasIndexer;

    /// <summary>Takes over what a body's own analysis found in a call, so that no file is bound again for what is known of it.</summary>
    public void Add(SyntaxNode call, ImmutableArray<TokenPlace> places) => _places.TryAdd((call.SyntaxTree, call.Span), places);

    /// <summary>The places of the compilation that send this value, by path and position.</summary>
    public IEnumerable<TokenPlace> PlacesOf(string value, CancellationToken cancellationToken) => SitesOfAll(cancellationToken)
        .ThatSend(value)
        .Where(site => !_generated.GetOrAdd(site.Tree, tree => GeneratedCode.Is(tree, options)))
        .SelectMany(site => PlacesAt(site, cancellationToken))
        .Where(place => place.Values.Contains(value));

    // What the call does send, by the semantic model.
    private ImmutableArray<TokenPlace> PlacesAt(IndexedSite site, CancellationToken cancellationToken)
    {
        var key = (site.Tree.Tree, site.Call.Span);
        if (_places.TryGetValue(key, out var places))
        {
            return places;
        }

        // A name may lead into another tree's body, of which the version says nothing.
        if (site.Call.HasNames)
        {
            places = TokenPlaces.Of(site, compilation, model, cancellationToken);
        }
        else if (!site.Tree.Places.TryGet(site.Call, Version, out places))
        {
            places = TokenPlaces.Of(site, compilation, model, cancellationToken);
            site.Tree.Places.Keep(site.Call, Version, places);
        }

        _places.TryAdd(key, places);
        return places;
    }

    private DeclarationVersion Version => _version ??= versions.Of(compilation);

    private IndexedTrees Trees(CancellationToken cancellationToken)
    {
        if (_trees is { } trees)
        {
            return trees;
        }

        // Not a Lazy: it would keep a cancellation for ever.
        lock (_gate)
        {
            return _trees ??= new IndexedTrees(compilation, summaryOf, cancellationToken);
        }
    }

    private Sites SitesOfAll(CancellationToken cancellationToken)
    {
        if (_sites is { } sites)
        {
            return sites;
        }

        var trees = Trees(cancellationToken);
        lock (_gate)
        {
            return _sites ??= new Sites(trees, (site, argument) => ValuesAt(site, argument, cancellationToken), cancellationToken);
        }
    }

    // A name that the sources do not declare: a constant of a referenced assembly, or one that is inherited from there.
    private IEnumerable<string> ValuesAt(IndexedSite site, TextSpan argument, CancellationToken cancellationToken) =>
        site.Tree.Tree.GetRoot(cancellationToken).FindNode(argument, getInnermostNodeForTie: true) is ExpressionSyntax expression
        && SemanticModels.Of(compilation, site.Tree.Tree)?.GetOperation(expression, cancellationToken) is { } operation
            ? HardCodedValues.Of(operation, compilation, cancellationToken).Select(value => value.Value).OfType<string>()
            : [];
}
