using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Tokens.Index;

/// <summary>A call that may send a token, and the tree that it stands in.</summary>
internal sealed class IndexedSite(SyntaxTree tree, int order, CallSite call)
{
    public SyntaxTree Tree { get; } = tree;

    /// <summary>The tree's place among all, by path.</summary>
    public int Order { get; } = order;

    public CallSite Call { get; } = call;

    public static int Compare(IndexedSite one, IndexedSite other) =>
        one.Order != other.Order ? one.Order.CompareTo(other.Order) : one.Call.Span.CompareTo(other.Call.Span);
}
