using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.Values;

/// <summary>
/// Whether a <c>static readonly</c> field is assigned outside its initializer: in a static constructor, or in another field's initializer.
/// </summary>
internal static class FieldAssignments
{
    public static bool AssignsInStaticConstructor(IFieldSymbol field, CancellationToken cancellationToken) =>
        field.ContainingType.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
            && declaration.Members.Any(member => MayAssign(member) && WrittenNames.In(member).Contains(field.Name)));

    // The compiler allows writes nowhere else.
    private static bool MayAssign(MemberDeclarationSyntax member) =>
        member is ConstructorDeclarationSyntax or FieldDeclarationSyntax or PropertyDeclarationSyntax && member.Modifiers.Any(SyntaxKind.StaticKeyword);
}
