namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>A call that may send a token, and the tree that it stands in.</summary>
internal sealed class IndexedSite(TreeSummary summary, CallSite call)
{
    /// <summary>Of the tree.</summary>
    public TreeSummary Summary { get; } = summary;

    public CallSite Call { get; } = call;
}
