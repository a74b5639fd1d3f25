using System.Collections.Concurrent;
using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Bodies;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>
/// Finds the other places in a compilation that send a hard-coded token. The summaries of all trees give the candidates; the semantic model
/// checks only those, each once, so that an edit does not bind unrelated files.
/// </summary>
internal sealed class PlaceIndex
{
    private readonly Compilation _compilation;
    private readonly RequestLibrary _library;
    private readonly TreeSummaries _summaries;
    private readonly DeclarationVersions _versions;
    private readonly AnalyzerConfigOptionsProvider _options;
    private readonly object _gate = new();
    private readonly SharedReading _marks;
    private readonly SharedReading _calls;
    private readonly ConcurrentDictionary<(SyntaxTree Tree, TextSpan Call), ImmutableArray<TokenPlace>> _places = new();
    private readonly ConcurrentDictionary<TreeSummary, bool> _generated = new();
    private volatile IndexedTrees? _trees;
    private volatile Sites? _sites;
    private volatile DeclarationVersion? _version;

    public PlaceIndex(
        Compilation compilation,
        RequestLibrary library,
        TreeSummaries summaries,
        DeclarationVersions versions,
        AnalyzerConfigOptionsProvider options)
    {
        _compilation = compilation;
        _library = library;
        _summaries = summaries;
        _versions = versions;
        _options = options;
        var trees = compilation.SyntaxTrees.ToImmutableArray();
        _marks = new SharedReading(trees, (tree, cancellationToken) => summaries.Of(tree).HasMarks(cancellationToken));
        _calls = new SharedReading(trees, (tree, cancellationToken) => Trees(cancellationToken).Keys.SitesOf(summaries.Of(tree), cancellationToken));
    }

    /// <summary>The places of the compilation that send this value, by path and position.</summary>
    public IEnumerable<TokenPlace> PlacesOf(string value, SemanticModel atHand, CancellationToken cancellationToken) => SitesOfAll(cancellationToken)
        .ThatSend(value)
        .Where(site => !IsGenerated(site.Summary))
        .SelectMany(site => PlacesAt(site, atHand, cancellationToken))
        .Where(place => place.Values.Contains(value))
        .Distinct(TokenPlace.ByPlace);

    /// <summary>What the call really sends, by the semantic model: the current one, whose file is bound in any case, or another.</summary>
    public ImmutableArray<TokenPlace> PlacesAt(IndexedSite site, SemanticModel atHand, CancellationToken cancellationToken)
    {
        var tree = site.Summary.Tree;
        var key = (tree, site.Call.Span);
        if (_places.TryGetValue(key, out var places))
        {
            return places;
        }

        var version = Version;
        if (!site.Summary.Places.TryGet(site.Call, version, out places))
        {
            var semantics = atHand.SyntaxTree == tree ? atHand : SemanticModels.Of(_compilation, tree)!;
            var body = CallSiteReader.NodeAt(tree.GetRoot(cancellationToken), site.Call.Span) is { } node
                ? FlowBodies.Of(_compilation, _library).Around(node, semantics, cancellationToken)
                : null;
            places = body is null
                ? ImmutableArray<TokenPlace>.Empty
                : body.Places.Where(place => site.Call.Span.Contains(place.Span)).ToImmutableArray();

            // The version covers neither field initializers nor other bodies.
            if (body is { ReadsOtherCode: false })
            {
                site.Summary.Places.Keep(site.Call, version, places);
            }
        }

        _places.TryAdd(key, places);
        return places;
    }

    private bool IsGenerated(TreeSummary summary) => _generated.GetOrAdd(summary, tree => GeneratedCode.IsByOptions(tree.Tree, _options) ?? tree.IsGenerated);

    private DeclarationVersion Version => _version ??= _versions.Of(_compilation);

    private IndexedTrees Trees(CancellationToken cancellationToken)
    {
        if (_trees is { } trees)
        {
            return trees;
        }

        var version = Version;
        if (version.Trees?.After(_compilation, _summaries, _library, cancellationToken) is { } edited)
        {
            return _trees = edited;
        }

        _marks.Join(cancellationToken);

        // Not a Lazy, because it would cache a cancellation permanently.
        lock (_gate)
        {
            if (_trees is null)
            {
                var read = IndexedTrees.Read(_compilation, _summaries, _library, cancellationToken);
                version.Keep(read);
                _trees = read;
            }

            return _trees;
        }
    }

    private Sites SitesOfAll(CancellationToken cancellationToken)
    {
        if (_sites is { } sites)
        {
            return sites;
        }

        var trees = Trees(cancellationToken);
        var first = trees == trees.First ? null : Version.SitesOf(trees.First);
        if (first is null)
        {
            _calls.Join(cancellationToken);
        }

        lock (_gate)
        {
            return _sites ??= first is null ? FirstSites(trees.AsFirst(), cancellationToken) : SitesOf(trees, first, cancellationToken);
        }
    }

    private Sites FirstSites(IndexedTrees trees, CancellationToken cancellationToken)
    {
        var sites = SitesOf(trees, first: null, cancellationToken);
        Version.Keep(trees, sites);
        return sites;
    }

    private Sites SitesOf(IndexedTrees trees, Sites? first, CancellationToken cancellationToken) =>
        new(trees, first, (site, argument) => ValuesAt(site, argument, cancellationToken), cancellationToken);

    // A name that the sources do not declare: a constant of a referenced assembly, or inherited from one.
    private IEnumerable<string> ValuesAt(IndexedSite site, TextSpan argument, CancellationToken cancellationToken) =>
        site.Summary.Tree.GetRoot(cancellationToken).FindNode(argument, getInnermostNodeForTie: true) is ExpressionSyntax expression
        && SemanticModels.Of(_compilation, site.Summary.Tree)?.GetOperation(expression, cancellationToken) is { } operation
            ? HardCodedValues.Of(operation, _compilation, cancellationToken).Select(value => value.Value).OfType<string>()
            : [];
}
