using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.CodeFixes.Tokens;

/// <summary>
/// Changes to nodes of one file that are made all at once: two of them can meet in one chain, one inside the other.
/// </summary>
internal sealed class TokenEdits
{
    private readonly Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>> _replacements = [];
    private readonly HashSet<SyntaxNode> _removals = [];

    public bool IsEmpty => _replacements.Count == 0 && _removals.Count == 0;

    /// <param name="node">The node as it is in the file.</param>
    /// <param name="replacement">Makes the new node of the old one, in which other edits have been made already.</param>
    public void Replace(SyntaxNode node, Func<SyntaxNode, SyntaxNode> replacement) => _replacements[node] = replacement;

    public void Remove(SyntaxNode node) => _removals.Add(node);

    public SyntaxNode Apply(SyntaxNode root)
    {
        var removed = new SyntaxAnnotation();
        root = root.ReplaceNodes(
            _replacements.Keys.Concat(_removals),
            (node, rewritten) => _removals.Contains(node) ? rewritten.WithAdditionalAnnotations(removed) : _replacements[node](rewritten));
        return root.RemoveNodes(root.GetAnnotatedNodes(removed), SyntaxRemoveOptions.KeepNoTrivia) ?? root;
    }
}
