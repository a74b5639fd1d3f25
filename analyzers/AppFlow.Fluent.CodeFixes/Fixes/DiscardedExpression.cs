using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>The unused expression, found from the diagnosed name in it.</summary>
internal static class DiscardedExpression
{
    public static ExpressionSyntax? Of(Diagnostic diagnostic, FixSite site)
    {
        var expression = site.NodeAt(diagnostic.Location)?.FirstAncestorOrSelf<InvocationExpressionSyntax>() as ExpressionSyntax;
        while (expression?.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == expression)
        {
            expression = access;
        }

        return expression?.Parent is ExpressionStatementSyntax or ForStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax ? expression : null;
    }
}
