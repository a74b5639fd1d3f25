using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Tokens.Index;

/// <summary>Under which keys the calls are that may send a token: by the names of the members that are marked anywhere.</summary>
internal sealed class TokenKeys
{
    private const string Attribute = "Attribute";
    private const string IdempotencyToken = "IdempotencyToken";

    private readonly MarkedMembers _members = new();
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    /// <param name="summaries">The trees of the compilation and of the projects that it references in source.</param>
    /// <param name="assemblies">The other referenced assemblies.</param>
    public TokenKeys(IReadOnlyList<TreeSummary> summaries, IEnumerable<IAssemblySymbol> assemblies)
    {
        var attributes = WithAliases([IdempotencyToken, IdempotencyToken + Attribute], summaries);
        foreach (var summary in summaries)
        {
            foreach (var marked in summary.Marked)
            {
                if (attributes.Contains(marked.Key))
                {
                    _members.Add(marked.Value);
                }
            }
        }

        foreach (var assembly in assemblies)
        {
            _members.Add(ReferencedMembers.Of(assembly));
        }

        _keys.UnionWith(_members.Methods);
        _keys.UnionWith(_members.Properties.Select(SiteKeys.Assignment));
        if (_members.HasIndexer)
        {
            _keys.Add(SiteKeys.Indexer);
        }

        if (_members.Types.Count > 0)
        {
            _keys.UnionWith(WithAliases(_members.Types, summaries));
            _keys.Add(SiteKeys.ImplicitCreation);
            _keys.Add(SiteKeys.ConstructorInitializer);
        }

        if (HasDelegates)
        {
            _keys.Add(SiteKeys.Invoke);
            _keys.Add(SiteKeys.UnnamedCall);
            AddMembersOfDelegateTypes(summaries);
        }
    }

    /// <summary>The calls of a tree that may send a hard-coded token, each once.</summary>
    public IEnumerable<CallSite> SitesOf(TreeSummary summary, SyntaxTree tree, CancellationToken cancellationToken)
    {
        foreach (var key in _keys)
        {
            foreach (var site in summary.SitesOf(key, tree, cancellationToken))
            {
                yield return site;
            }
        }

        if (HasDelegates)
        {
            foreach (var site in summary.LocalCalls(tree, cancellationToken))
            {
                yield return site;
            }
        }
    }

    private bool HasDelegates => _members.Delegates.Count > 0;

    private void AddMembersOfDelegateTypes(IReadOnlyList<TreeSummary> summaries)
    {
        var delegates = WithAliases(_members.Delegates, summaries);
        foreach (var member in summaries.SelectMany(summary => summary.Types).SelectMany(type => type.Members))
        {
            if (member.Value.TypeName is { } typeName && delegates.Contains(typeName))
            {
                _keys.Add(member.Key);
            }
        }
    }

    private static HashSet<string> WithAliases(IEnumerable<string> names, IReadOnlyList<TreeSummary> summaries)
    {
        var all = new HashSet<string>(names, StringComparer.Ordinal);
        all.UnionWith(summaries.SelectMany(summary => summary.Aliases).Where(alias => all.Contains(alias.Value)).Select(alias => alias.Key).ToList());
        return all;
    }
}
