using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.Values;

/// <summary>Whether a <c>static readonly</c> field gets another value than its initializer's: in a static constructor, or by another one's initializer.</summary>
internal static class FieldAssignments
{
    public static bool AssignsInStaticConstructor(IFieldSymbol field, CancellationToken cancellationToken) =>
        field.ContainingType.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
            && declaration.Members.Any(member => MayAssign(member) && WrittenNames.In(member).Contains(field.Name)));

    // Nowhere else does the compiler let it be written.
    private static bool MayAssign(MemberDeclarationSyntax member) =>
        member is ConstructorDeclarationSyntax or FieldDeclarationSyntax or PropertyDeclarationSyntax && member.Modifiers.Any(SyntaxKind.StaticKeyword);
}
