using AppFlow.Fluent.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>The file to fix, and its compiler diagnostics before and after an edit.</summary>
internal sealed class FixSite(SyntaxNode root, SemanticModel model, bool isFixAll, CancellationToken cancellationToken)
{
    private readonly Dictionary<TextSpan, Dictionary<(string Id, string Message), int>> _known = [];

    public SyntaxNode Root => root;

    public SemanticModel Model => model;

    /// <summary>Whether many places are fixed at once, without review of each.</summary>
    public bool IsFixAll => isFixAll;

    public CancellationToken CancellationToken => cancellationToken;

    public static async Task<FixSite?> OfAsync(Document document, bool isFixAll, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? new FixSite(root, model, isFixAll, cancellationToken)
            : null;

    /// <summary>The innermost node at a location in this file; null for a location in another file.</summary>
    public SyntaxNode? NodeAt(Location location) =>
        location.SourceTree is { } tree && tree.FilePath == root.SyntaxTree.FilePath && root.FullSpan.Contains(location.SourceSpan)
            ? root.FindNode(location.SourceSpan, getInnermostNodeForTie: true)
            : null;

    public ISymbol? SymbolOf(SyntaxNode node) => model.GetSymbolInfo(node, cancellationToken).Symbol;

    public ITypeSymbol? TypeOf(ExpressionSyntax expression) => model.GetTypeInfo(expression, cancellationToken).Type;

    public bool HasEffects(SyntaxNode node) => Effects.In(node, model, cancellationToken);

    /// <summary>Whether the edited file, or the edited member, has no new compiler diagnostics.</summary>
    /// <param name="edits">The edits.</param>
    /// <param name="member">The member that contains all edits, to check only that member.</param>
    public bool Compiles(FileEdits edits, SyntaxNode? member = null)
    {
        var tree = root.SyntaxTree.WithRootAndOptions(edits.Apply(), root.SyntaxTree.Options);
        var edited = model.Compilation.ReplaceSyntaxTree(root.SyntaxTree, tree).GetSemanticModel(tree);
        var span = (member ?? root).FullSpan;
        var known = Known(span);
        var found = Count(edited.GetDiagnostics(new TextSpan(span.Start, span.Length + tree.Length - root.SyntaxTree.Length), cancellationToken));
        return found.All(pair => known.TryGetValue(pair.Key, out var before) && pair.Value <= before);
    }

    private Dictionary<(string Id, string Message), int> Known(TextSpan span)
    {
        if (!_known.TryGetValue(span, out var known))
        {
            _known.Add(span, known = Count(model.GetDiagnostics(span, cancellationToken)));
        }

        return known;
    }

    private static Dictionary<(string Id, string Message), int> Count(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Where(diagnostic => diagnostic is { Severity: >= DiagnosticSeverity.Warning, IsSuppressed: false })
        .GroupBy(diagnostic => (diagnostic.Id, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)))
        .ToDictionary(group => group.Key, group => group.Count());
}
