using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.Tokens.Index;

/// <summary>
/// What one tree says of client tokens, read from its syntax alone. It depends on that tree and nothing else, so it stays good until
/// the tree itself is edited.
/// </summary>
internal sealed class TreeSummary
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<CallSite>> _sites = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TextSpan>> _calls;

    public TreeSummary(
        bool isGenerated,
        Dictionary<string, MarkedMembers> marked,
        Dictionary<string, string> aliases,
        IReadOnlyList<TypeSummary> types,
        Dictionary<string, List<TextSpan>> calls)
    {
        IsGenerated = isGenerated;
        Marked = marked;
        Aliases = aliases;
        Types = types;
        _calls = calls;
    }

    /// <summary>Whether the file's name or first comment says that a program wrote it.</summary>
    public bool IsGenerated { get; }

    /// <summary>By the name of the attribute, as written, which members it marks.</summary>
    public IReadOnlyDictionary<string, MarkedMembers> Marked { get; }

    /// <summary>The last names of what the tree's <c>using</c> aliases stand for.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; }

    public IReadOnlyList<TypeSummary> Types { get; }

    /// <summary>The calls under a key that may send a hard-coded token, read when they are first asked for.</summary>
    public IReadOnlyList<CallSite> SitesOf(string key, SyntaxTree tree, CancellationToken cancellationToken) =>
        _calls.TryGetValue(key, out var spans)
            ? _sites.GetOrAdd(key, _ => CallSiteReader.Read(spans, tree.GetRoot(cancellationToken), onlyLocals: false))
            : [];

    /// <summary>The calls of delegates in locals and parameters. No name tells them apart from the calls of methods.</summary>
    public IReadOnlyList<CallSite> LocalCalls(SyntaxTree tree, CancellationToken cancellationToken) =>
        _calls.TryGetValue(SiteKeys.LocalCall, out var spans)
            ? _sites.GetOrAdd(SiteKeys.LocalCall, _ => CallSiteReader.Read(spans, tree.GetRoot(cancellationToken), onlyLocals: true))
            : [];
}
