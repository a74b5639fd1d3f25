using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>Under which keys the calls are that may send a token: by the names of the members that are marked anywhere.</summary>
internal sealed class TokenKeys
{
    private readonly MarkedMembers _members = new();
    private readonly SiteKeySet _keys;

    /// <summary>Reads the marks of the trees of the compilation and of the projects that it references in source, and of the other assemblies.</summary>
    public TokenKeys(IReadOnlyList<TreeSummary> summaries, IEnumerable<IAssemblySymbol> assemblies, TokenNames names, CancellationToken cancellationToken)
    {
        _members.Properties.UnionWith(names.Properties);
        _members.Types.UnionWith(names.Types);
        _members.Methods.UnionWith(names.Methods);

        // Hardly a tree has the attribute, and only an alias of it can mark anything in the others.
        var marking = summaries.Where(summary => summary.HasMarks(cancellationToken)).ToList();
        var attributes = WithAliases(TreeSummary.AttributeNames, marking, cancellationToken);
        foreach (var summary in attributes.Count > TreeSummary.AttributeNames.Count ? summaries : marking)
        {
            foreach (var attribute in attributes)
            {
                _members.Add(summary.MarkedBy(attribute, cancellationToken));
            }
        }

        foreach (var assembly in assemblies)
        {
            _members.Add(ReferencedMembers.Of(assembly));
        }

        var keys = new HashSet<string>(_members.Methods, StringComparer.Ordinal);
        keys.UnionWith(_members.Properties.Select(SiteKeys.Assignment));
        if (_members.HasIndexer)
        {
            keys.Add(SiteKeys.Indexer);
        }

        if (_members.Types.Count > 0)
        {
            keys.UnionWith(WithAliases(_members.Types, summaries, cancellationToken));
            keys.Add(SiteKeys.ImplicitCreation);
            keys.Add(SiteKeys.ConstructorInitializer);
        }

        if (_members.Delegates.Count > 0)
        {
            keys.Add(SiteKeys.Invoke);
            keys.Add(SiteKeys.UnnamedCall);
            keys.Add(SiteKeys.LocalCall);
            keys.UnionWith(MembersOfDelegateTypes(summaries, cancellationToken));
        }

        _keys = new SiteKeySet(keys);
    }

    /// <summary>The calls of a tree that may send a hard-coded token, each once and in the order in which they stand there.</summary>
    public IReadOnlyList<CallSite> SitesOf(TreeSummary summary, CancellationToken cancellationToken) => summary.SitesOf(_keys, cancellationToken);

    private IEnumerable<string> MembersOfDelegateTypes(IReadOnlyList<TreeSummary> summaries, CancellationToken cancellationToken)
    {
        var delegates = WithAliases(_members.Delegates, summaries, cancellationToken);
        return summaries
            .SelectMany(summary => summary.Declarations.Types)
            .SelectMany(type => type.Members)
            .Where(member => member.Value.TypeName is { } typeName && delegates.Contains(typeName))
            .Select(member => member.Key);
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
