using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Bodies;

/// <summary>Names operations so that the same operation has the same name in this compilation and the next one.</summary>
internal static class OperationNames
{
    public static string Of(RequestShape shape) => shape.Operation is ISymbol symbol ? NameOf(symbol.OriginalDefinition) : shape.DisplayName;

    // A local function has no name outside its member, which may have several with the same name.
    private static string NameOf(ISymbol symbol) => symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction, ContainingSymbol: { } owner }
        ? $"{NameOf(owner)}/{symbol.Name}@{symbol.Locations.FirstOrDefault()?.SourceSpan.Start}"
        : symbol.GetDocumentationCommentId() ?? symbol.ToDisplayString();
}
