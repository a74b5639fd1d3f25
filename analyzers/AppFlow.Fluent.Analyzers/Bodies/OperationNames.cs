using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Bodies;

/// <summary>Names operations so that two have one name when they are the same, in this compilation and in the next one.</summary>
internal static class OperationNames
{
    public static string Of(RequestShape shape) => shape.Operation is ISymbol symbol ? NameOf(symbol.OriginalDefinition) : shape.DisplayName;

    // A local function has no name outside its member, and its member may have several of one name.
    private static string NameOf(ISymbol symbol) => symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction, ContainingSymbol: { } owner }
        ? $"{NameOf(owner)}/{symbol.Name}@{symbol.Locations.FirstOrDefault()?.SourceSpan.Start}"
        : symbol.GetDocumentationCommentId() ?? symbol.ToDisplayString();
}
