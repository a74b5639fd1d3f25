using AppFlow.Fluent.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Whether a value may be a null, empty or blank constant: a quick check before its names are followed.</summary>
internal static class BlankValues
{
    public static bool MayBeBlank(IOperation value)
    {
        value = value.Unwrapped();
        if (value.ConstantValue is { HasValue: true, Value: var constant })
        {
            return constant is null || (constant is string text && string.IsNullOrWhiteSpace(text));
        }

        return value switch
        {
            IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } } => true,
            ILocalReferenceOperation local => MayHoldConstant(local.Local),
            IConditionalOperation or ICoalesceOperation or ISwitchExpressionOperation => true,
            _ => false,
        };
    }

    private static bool MayHoldConstant(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.Length == 1
        && local.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax
        {
            Initializer.Value: LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or ConditionalExpressionSyntax or BinaryExpressionSyntax
                or SwitchExpressionSyntax or DefaultExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax,
        };
}
