namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>
/// Stands for what a project declares and refers to: compilations that differ in method bodies alone have one version. It keeps what was put together of the
/// first of them, so that the others read what was edited alone.
/// </summary>
internal sealed class DeclarationVersion
{
    private volatile Reading? _last;

    /// <summary>The trees that were read as a whole last; null before that.</summary>
    public IndexedTrees? Trees => _last?.Trees;

    /// <summary>Which calls of these trees may send which value; null where that was not asked yet.</summary>
    public Sites? SitesOf(IndexedTrees trees) => _last is { } last && last.Trees == trees ? last.Sites : null;

    public void Keep(IndexedTrees trees, Sites? sites = null) => _last = new Reading(trees, sites);

    private sealed class Reading(IndexedTrees trees, Sites? sites)
    {
        public IndexedTrees Trees { get; } = trees;

        public Sites? Sites { get; } = sites;
    }
}
