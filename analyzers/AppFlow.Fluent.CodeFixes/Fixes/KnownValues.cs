using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>The expressions that a value may come from: its arms, and the assignments of its variables in this file.</summary>
internal static class KnownValues
{
    private const int Deepest = 8;

    public static IEnumerable<ExpressionSyntax> In(ExpressionSyntax value, FixSite site) => In(value, site, Deepest);

    private static IEnumerable<ExpressionSyntax> In(ExpressionSyntax value, FixSite site, int depth)
    {
        switch (value)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return In(parenthesized.Expression, site, depth);
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                return In(suppressed.Operand, site, depth);
            case ConditionalExpressionSyntax choice:
                return In(choice.WhenTrue, site, depth).Concat(In(choice.WhenFalse, site, depth));
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice:
                return In(choice.Left, site, depth).Concat(In(choice.Right, site, depth));
            case SwitchExpressionSyntax choice:
                return choice.Arms.SelectMany(arm => In(arm.Expression, site, depth));
            default:
                return depth == 0
                    ? [value]
                    : value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().SelectMany(name => Given(name, site)).SelectMany(given => In(given, site, depth - 1)).Prepend(value);
        }
    }

    private static IEnumerable<ExpressionSyntax> Given(SimpleNameSyntax name, FixSite site) =>
        site.SymbolOf(name) is (ILocalSymbol or IFieldSymbol) and { DeclaringSyntaxReferences.Length: 1 } symbol
        && symbol.DeclaringSyntaxReferences[0] is var reference
        && reference.SyntaxTree == site.Root.SyntaxTree
        && reference.GetSyntax(site.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } initial }
            ? [initial]
            : [];
}
