using System.Runtime.CompilerServices;
using AppFlow.Fluent.Analyzers.Bodies;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>
/// The client tokens of one tree, read lazily from its syntax. This depends only on the tree, so it stays valid until the tree is edited.
/// </summary>
internal sealed class TreeSummary(SyntaxTree tree)
{
    private const string Attribute = "Attribute";
    private const string IdempotencyToken = "IdempotencyToken";

    private readonly AnswersByName<MarkedMembers> _marked = new();
    private readonly AnswersByName<IReadOnlyList<string>> _aliases = new();
    private readonly AnswersByName<IReadOnlyList<string>> _handedOn = new();
    private TreeDeclarations? _declarations;
    private StrongBox<bool>? _isGenerated;
    private StrongBox<bool>? _hasMarks;
    private volatile SitesOfKeys? _sitesOfSet;

    /// <summary>The attribute's name without an alias.</summary>
    public static IReadOnlyCollection<string> AttributeNames { get; } = [IdempotencyToken, IdempotencyToken + Attribute];

    public SyntaxTree Tree { get; } = tree;

    /// <summary>The semantic model's results for the tree's calls.</summary>
    public KnownPlaces Places { get; } = new();

    /// <summary>Whether the file's name or first comment marks it as generated.</summary>
    public bool IsGenerated => (_isGenerated ??= new StrongBox<bool>(GeneratedCode.LooksGenerated(Tree.FilePath, Tree.GetRoot()))).Value;

    public TreeDeclarations Declarations => _declarations ??= DeclarationReader.Read(Tree.GetRoot());

    /// <summary>Whether the tree uses the attribute by its own names, or gives it an alias.</summary>
    public bool HasMarks(CancellationToken cancellationToken) => (_hasMarks ??= new StrongBox<bool>(AttributeNames.Any(name =>
        MarkedBy(name, cancellationToken) != MarkedMembers.None || AliasesOf(name, cancellationToken).Count > 0))).Value;

    /// <summary>The members that are marked by an attribute with that name, as written.</summary>
    public MarkedMembers MarkedBy(string attribute, CancellationToken cancellationToken) =>
        _marked.Find(attribute) ?? _marked.Keep(attribute, MarkReader.Read(attribute, Tree, cancellationToken));

    /// <summary>The <c>using</c> aliases of a type with this last name.</summary>
    public IReadOnlyList<string> AliasesOf(string type, CancellationToken cancellationToken) =>
        _aliases.Find(type) ?? _aliases.Keep(type, AliasReader.Read(type, Tree, cancellationToken));

    /// <summary>The methods that may forward a parameter to the member with that name.</summary>
    public IReadOnlyList<string> ForwardingsTo(string member, CancellationToken cancellationToken) =>
        _handedOn.Find(member) ?? _handedOn.Keep(member, ForwardingReader.Read(member, Tree, cancellationToken));

    /// <summary>The calls under any of the keys that may send a hard-coded token, each once and in source order.</summary>
    public IReadOnlyList<CallSite> SitesOf(SiteKeySet set, CancellationToken cancellationToken)
    {
        // Cached, because an edit repeats the query for every tree.
        var last = _sitesOfSet;
        if (last is not null && last.Set.IsSame(set))
        {
            return last.Sites;
        }

        // Most trees have no match for any key.
        Dictionary<string, IReadOnlyList<CallSite>>? byKey = null;
        foreach (var key in set.Keys)
        {
            var calls = last is not null && last.Set.Has(key) ? last.Under(key) : CallSiteReader.Read(key, Tree, cancellationToken);
            if (calls.Count > 0)
            {
                (byKey ??= new Dictionary<string, IReadOnlyList<CallSite>>(StringComparer.Ordinal)).Add(key, calls);
            }
        }

        var found = new SitesOfKeys(set, byKey);
        _sitesOfSet = found;
        return found.Sites;
    }

    private sealed class SitesOfKeys(SiteKeySet set, Dictionary<string, IReadOnlyList<CallSite>>? byKey)
    {
        public SiteKeySet Set { get; } = set;

        public IReadOnlyList<CallSite> Sites { get; } = byKey is null
            ? []
            : byKey.Values.SelectMany(calls => calls).GroupBy(call => call.Span, (_, same) => same.First()).OrderBy(call => call.Span).ToArray();

        public IReadOnlyList<CallSite> Under(string key) => byKey is not null && byKey.TryGetValue(key, out var calls) ? calls : [];
    }
}
