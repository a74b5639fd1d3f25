namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>A call that may send a token, and its tree.</summary>
internal sealed class IndexedSite(TreeSummary summary, CallSite call)
{
    /// <summary>The summary of the tree.</summary>
    public TreeSummary Summary { get; } = summary;

    public CallSite Call { get; } = call;
}
