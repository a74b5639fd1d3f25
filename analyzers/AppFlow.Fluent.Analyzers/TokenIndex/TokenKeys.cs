using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>The search keys of calls that may send a token: the names of all marked members.</summary>
internal sealed class TokenKeys
{
    // A With… that calls another that calls a third; deeper nesting does not occur.
    private const int MaxForwardingDepth = 3;

    private readonly MarkedMembers _members = new();
    private readonly HashSet<string> _handedOn = new(StringComparer.Ordinal);
    private readonly SiteKeySet _keys;

    /// <summary>Reads the marks of the trees of the compilation and of the projects that it references in source, and of the other assemblies.</summary>
    public TokenKeys(IReadOnlyList<TreeSummary> summaries, IEnumerable<IAssemblySymbol> assemblies, TokenNames names, CancellationToken cancellationToken)
    {
        _members.Properties.UnionWith(names.Properties);
        _members.Types.UnionWith(names.Types);
        _members.Methods.UnionWith(names.Methods);

        // Few trees have the attribute; in the others only an alias of it can mark anything.
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

        AddForwardings(summaries, cancellationToken);
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

    /// <summary>Whether the same methods of both trees may forward a token; this depends on bodies, which are edited.</summary>
    public bool ForwardTheSame(TreeSummary one, TreeSummary other, CancellationToken cancellationToken) =>
        _handedOn.All(name => one.ForwardingsTo(name, cancellationToken).SequenceEqual(other.ForwardingsTo(name, cancellationToken)));

    private void AddForwardings(IReadOnlyList<TreeSummary> summaries, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(_members.Methods.Concat(_members.Properties), StringComparer.Ordinal);
        for (var depth = 0; depth < MaxForwardingDepth && names.Count > 0; depth++)
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            _handedOn.UnionWith(names);
            foreach (var summary in summaries)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var name in names)
                {
                    found.UnionWith(summary.ForwardingsTo(name, cancellationToken));
                }
            }

            found.ExceptWith(_members.Methods);
            _members.Methods.UnionWith(found);
            names = found;
        }
    }

    /// <summary>The calls of a tree that may send a hard-coded token, each once and in source order.</summary>
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
