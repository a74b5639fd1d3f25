using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>The values of fields and properties that are only set by their initializers.</summary>
internal static class ReadOnlyMembers
{
    /// <summary>
    /// The initializer of a read-only field or a property without a setter; null if there is none, or if a constructor may write another
    /// value.
    /// </summary>
    public static IOperation? OnlyValueOf(ISymbol member, Compilation compilation, CancellationToken cancellationToken)
    {
        if (!Sources.IsIn(compilation, member) || member.DeclaringSyntaxReferences.Length != 1)
        {
            return null;
        }

        var value = member.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var field } => field,
            PropertyDeclarationSyntax { Initializer.Value: var property } => property,
            _ => null,
        };
        return value is null || IsWrittenByConstructor(member, cancellationToken) ? null : SemanticModels.Of(compilation, value.SyntaxTree)?.GetOperation(value, cancellationToken);
    }

    private static bool IsWrittenByConstructor(ISymbol member, CancellationToken cancellationToken) =>
        member.ContainingType.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
            && declaration.Members.Any(part => part is ConstructorDeclarationSyntax && WrittenNames.In(part).Contains(member.Name)));
}
