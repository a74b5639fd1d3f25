using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Edits;

/// <summary>Removes the locals and private fields that only held values that other edits remove.</summary>
internal static class OrphanedValues
{
    public static void Remove(FileEdits edits, SemanticModel model, CancellationToken cancellationToken)
    {
        // A removal here may make another one unused: the list grows during the loop.
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var i = 0; i < edits.Gone.Count; i++)
        {
            foreach (var name in edits.Gone[i].DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().ToList())
            {
                if (model.GetSymbolInfo(name, cancellationToken).Symbol is (ILocalSymbol or IFieldSymbol) and { DeclaringSyntaxReferences.Length: 1 } symbol
                    && !seen.Contains(symbol)
                    && TryRemove(symbol, edits, model, cancellationToken))
                {
                    seen.Add(symbol);
                }
            }
        }
    }

    private static bool TryRemove(ISymbol symbol, FileEdits edits, SemanticModel model, CancellationToken cancellationToken)
    {
        if (symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } declarator
            || declarator.SyntaxTree != edits.Root.SyntaxTree
            || (declarator.Initializer is { } initializer && Effects.In(initializer, model, cancellationToken))
            || ScopeOf(symbol, declaration) is not { } scope
            || IsNamedInText(scope, symbol.Name))
        {
            return false;
        }

        var assignments = new List<StatementSyntax>();
        foreach (var token in UnusedNames.Identifiers(scope).Where(token => token.ValueText == symbol.Name && token.Parent is not VariableDeclaratorSyntax))
        {
            if (token.Parent is not IdentifierNameSyntax use
                || edits.IsGone(use)
                || (model.GetSymbolInfo(use, cancellationToken).Symbol is { } other && !SymbolEqualityComparer.Default.Equals(other, symbol)))
            {
                continue;
            }

            if (DroppableAssignment(use, model, cancellationToken) is not { } assignment)
            {
                return false;
            }

            assignments.Add(assignment);
        }

        assignments.ForEach(edits.Remove);
        edits.Remove(NodeOf(declarator, declaration, edits));
        return true;
    }

    // A statement that only gives the variable another value.
    private static ExpressionStatementSyntax? DroppableAssignment(IdentifierNameSyntax use, SemanticModel model, CancellationToken cancellationToken) =>
        use.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax statement } assignment
        && assignment.Left == use
        && !statement.ContainsDirectives
        && !Effects.In(assignment.Right, model, cancellationToken)
            ? statement
            : null;

    // Where the name may be used; null if the declaration must stay.
    private static SyntaxNode? ScopeOf(ISymbol symbol, VariableDeclarationSyntax declaration) => (symbol, declaration.Parent) switch
    {
        (ILocalSymbol, LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.None } local) => UnusedNames.MemberAround(local),
        (IFieldSymbol { DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences.Length: 1 }, FieldDeclarationSyntax
        {
            AttributeLists.Count: 0,
            Parent: TypeDeclarationSyntax type,
        }) => type,
        _ => null,
    };

    // A use under another preprocessor symbol, or in a comment that the compiler reads.
    private static bool IsNamedInText(SyntaxNode scope, string name) => scope.DescendantTrivia().Any(trivia =>
        (trivia.IsKind(SyntaxKind.DisabledTextTrivia) && trivia.ToFullString().Contains(name))
        || (trivia.GetStructure() is DocumentationCommentTriviaSyntax comment && comment.DescendantNodes().OfType<CrefSyntax>().Any(cref => cref.ToString().Contains(name))));

    private static SyntaxNode NodeOf(VariableDeclaratorSyntax declarator, VariableDeclarationSyntax declaration, FileEdits edits)
    {
        foreach (var other in declaration.Variables)
        {
            if (other != declarator && !edits.IsRemoved(other))
            {
                return declarator;
            }
        }

        return declaration.Parent!;
    }
}
