using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.Values;

/// <summary>Whether a <c>static readonly</c> field gets another value in a static constructor.</summary>
internal static class FieldAssignments
{
    public static bool AssignsInStaticConstructor(IFieldSymbol field, CancellationToken cancellationToken) =>
        field.ContainingType.StaticConstructors.Any(constructor => constructor.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken) is ConstructorDeclarationSyntax declaration && Assigns(declaration, field.Name)));

    private static bool Assigns(ConstructorDeclarationSyntax constructor, string field) =>
        constructor.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            name.Identifier.ValueText == field
            && (LocalAssignments.IsWritten(name)
                || (name.Parent is MemberAccessExpressionSyntax access && access.Name == name && access.IsKind(SyntaxKind.SimpleMemberAccessExpression) && LocalAssignments.IsWritten(access))));
}
