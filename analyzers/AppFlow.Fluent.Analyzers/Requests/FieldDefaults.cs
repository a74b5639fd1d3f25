using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.Requests;

/// <summary>Which properties of a request class have a value from the start.</summary>
internal static class FieldDefaults
{
    public static bool StartsSet(IPropertySymbol property) =>
        property.Type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T }
        || property.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is PropertyDeclarationSyntax { Initializer.Value: { } value } && !IsNull(value))
        || property.ContainingType.InstanceConstructors.Any(constructor => constructor.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax() is ConstructorDeclarationSyntax declaration && AssignsItself(declaration, property.Name)));

    // A constructor that assigns what it is given says nothing of a request for which it is not given; one that assigns a value of its own does.
    private static bool AssignsItself(ConstructorDeclarationSyntax constructor, string property)
    {
        var parameters = constructor.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText).ToList();
        return constructor.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
            assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
            && assignment.Left is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
            && assignment.Left.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Last().Identifier.ValueText == property
            && !IsNull(assignment.Right)
            && !assignment.Right.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => parameters.Contains(name.Identifier.ValueText)));
    }

    private static bool IsNull(ExpressionSyntax value) =>
        value.IsKind(SyntaxKind.NullLiteralExpression)
        || value.IsKind(SyntaxKind.DefaultLiteralExpression)
        || value is PostfixUnaryExpressionSyntax { Operand: { } operand } && IsNull(operand);
}
