using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.Values;

/// <summary>Whether a local is written after its declaration.</summary>
/// <remarks>
/// Decided on the syntax: a name of the local's that stands where something is written counts, even when an inner scope's own local
/// has the same name. That errs on the silent side.
/// </remarks>
internal static class LocalAssignments
{
    public static bool IsReassigned(ILocalSymbol local, SyntaxNode declaration)
    {
        var body = declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member and not GlobalStatementSyntax
            ? (SyntaxNode)member
            : declaration.SyntaxTree.GetRoot();
        return body.DescendantNodes().Any(node => node is IdentifierNameSyntax name && name.Identifier.ValueText == local.Name && IsWritten(name));
    }

    /// <summary>Whether the expression stands where it is written or may be.</summary>
    public static bool IsWritten(ExpressionSyntax expression)
    {
        SyntaxNode node = expression;
        while (node.Parent is ParenthesizedExpressionSyntax or TupleExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax })
        {
            node = node.Parent;
        }

        return node.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == node,
            PrefixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PreIncrementExpression)
                || unary.IsKind(SyntaxKind.PreDecrementExpression)
                || unary.IsKind(SyntaxKind.AddressOfExpression),
            PostfixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PostIncrementExpression) || unary.IsKind(SyntaxKind.PostDecrementExpression),
            ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword) || argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword),
            RefExpressionSyntax => true,
            ForEachVariableStatementSyntax loop => loop.Variable == node,
            _ => false,
        };
    }
}
