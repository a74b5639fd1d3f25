using AppFlow.Fluent.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>Assigns the result to the variable that the call was made on.</summary>
internal sealed class AssignResult() : Remedy(nameof(UseResultCodeFix))
{
    public override string? Plan(Diagnostic diagnostic, FixSite site, FileEdits edits)
    {
        if (DiscardedExpression.Of(diagnostic, site) is not { } expression || AssignedRoot.Of(expression, site) is not { } target)
        {
            return null;
        }

        edits.Replace(expression, rewritten => SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            target.WithLeadingTrivia(rewritten.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
            ((ExpressionSyntax)rewritten).WithoutLeadingTrivia()));
        return $"Use the result: {target} = …";
    }
}
