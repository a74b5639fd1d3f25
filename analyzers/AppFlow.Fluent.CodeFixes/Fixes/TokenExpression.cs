using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>The whole value of a diagnosed token expression, which may be one of its arms.</summary>
internal static class TokenExpression
{
    public static ExpressionSyntax? Of(Diagnostic diagnostic, FixSite site)
    {
        var expression = site.NodeAt(diagnostic.Location) as ExpressionSyntax;
        while (true)
        {
            switch (expression?.Parent)
            {
                case ParenthesizedExpressionSyntax or CastExpressionSyntax or CheckedExpressionSyntax:
                case PostfixUnaryExpressionSyntax unary when unary.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                case ConditionalExpressionSyntax choice when choice.Condition != expression:
                case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.CoalesceExpression):
                    expression = (ExpressionSyntax)expression.Parent;
                    break;
                case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax whole } arm when arm.Expression == expression:
                    expression = whole;
                    break;
                default:
                    return expression;
            }
        }
    }
}
