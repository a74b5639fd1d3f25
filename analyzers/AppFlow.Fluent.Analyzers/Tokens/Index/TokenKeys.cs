using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Tokens.Index;

/// <summary>Under which keys the calls are that may send a token: by the names of the members that are marked anywhere.</summary>
internal sealed class TokenKeys
{
    private const string Attribute = "Attribute";
    private const string IdempotencyToken = "IdempotencyToken";

    private readonly MarkedMembers _members = new();
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    /// <summary>Reads the marks of the trees of the compilation and of the projects that it references in source, and of the other assemblies.</summary>
    public TokenKeys(IReadOnlyList<TreeSummary> summaries, IEnumerable<IAssemblySymbol> assemblies, CancellationToken cancellationToken)
    {
        var attributes = WithAliases([IdempotencyToken, IdempotencyToken + Attribute], summaries, cancellationToken);
        foreach (var summary in summaries)
        {
            foreach (var attribute in attributes)
            {
                // Hardly a tree has any, and this loop runs at every edit.
                if (summary.MarkedBy(attribute, cancellationToken) is var marked && marked != MarkedMembers.None)
                {
                    _members.Add(marked);
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
            _keys.UnionWith(WithAliases(_members.Types, summaries, cancellationToken));
            _keys.Add(SiteKeys.ImplicitCreation);
            _keys.Add(SiteKeys.ConstructorInitializer);
        }

        if (HasDelegates)
        {
            _keys.Add(SiteKeys.Invoke);
            _keys.Add(SiteKeys.UnnamedCall);
            _keys.Add(SiteKeys.LocalCall);
            AddMembersOfDelegateTypes(summaries, cancellationToken);
        }
    }

    /// <summary>The calls of a tree that may send a hard-coded token, each once and in the order in which they stand there.</summary>
    public IReadOnlyList<CallSite> SitesOf(TreeSummary summary, CancellationToken cancellationToken)
    {
        List<CallSite>? found = null;
        foreach (var key in _keys)
        {
            if (summary.SitesOf(key, cancellationToken) is { Count: > 0 } sites)
            {
                (found ??= []).AddRange(sites);
            }
        }

        return found is null ? [] : found.GroupBy(call => call.Span, (_, same) => same.First()).OrderBy(call => call.Span).ToList();
    }

    private bool HasDelegates => _members.Delegates.Count > 0;

    private void AddMembersOfDelegateTypes(IReadOnlyList<TreeSummary> summaries, CancellationToken cancellationToken)
    {
        var delegates = WithAliases(_members.Delegates, summaries, cancellationToken);
        foreach (var member in summaries.SelectMany(summary => summary.Declarations.Types).SelectMany(type => type.Members))
        {
            if (member.Value.TypeName is { } typeName && delegates.Contains(typeName))
            {
                _keys.Add(member.Key);
            }
        }
    }

    private static HashSet<string> WithAliases(IReadOnlyCollection<string> names, IReadOnlyList<TreeSummary> summaries, CancellationToken cancellationToken)
    {
        var all = new HashSet<string>(names, StringComparer.Ordinal);
        foreach (var summary in summaries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var name in names)
            {
                if (summary.AliasesOf(name, cancellationToken) is { Count: > 0 } aliases)
                {
                    all.UnionWith(aliases);
                }
            }
        }

        return all;
    }
}
