namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>
/// Represents what a project declares and references: compilations that differ only in method bodies have the same version. It caches the
/// index of the first of them, so that the others only read the edited trees.
/// </summary>
internal sealed class DeclarationVersion
{
    private volatile Reading? _last;

    /// <summary>The trees of the last complete reading; null before that.</summary>
    public IndexedTrees? Trees => _last?.Trees;

    /// <summary>Which calls of these trees may send which value; null before the first query.</summary>
    public Sites? SitesOf(IndexedTrees trees) => _last is { } last && last.Trees == trees ? last.Sites : null;

    public void Keep(IndexedTrees trees, Sites? sites = null) => _last = new Reading(trees, sites);

    private sealed class Reading(IndexedTrees trees, Sites? sites)
    {
        public IndexedTrees Trees { get; } = trees;

        public Sites? Sites { get; } = sites;
    }
}
