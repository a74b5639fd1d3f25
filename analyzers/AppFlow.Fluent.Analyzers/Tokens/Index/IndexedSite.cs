namespace AppFlow.Fluent.Analyzers.Tokens.Index;

/// <summary>A call that may send a token, and the tree that it stands in.</summary>
internal sealed class IndexedSite(TreeSummary tree, CallSite call)
{
    public TreeSummary Tree { get; } = tree;

    public CallSite Call { get; } = call;
}
