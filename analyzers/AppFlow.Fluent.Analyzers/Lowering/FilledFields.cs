using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>Identifies fields that are written once and hold a non-empty array, by their declaration.</summary>
internal static class FilledFields
{
    public static bool IsFilled(IFieldSymbol field, CancellationToken cancellationToken) =>
        field.DeclaringSyntaxReferences.Length == 1
        && field.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: var value }
        && value switch
        {
            InitializerExpressionSyntax initializer => initializer.Expressions.Count > 0,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.Count > 0,
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.Count > 0,
            CollectionExpressionSyntax collection => collection.Elements.Any(element => element is ExpressionElementSyntax),
            _ => false,
        };
}
