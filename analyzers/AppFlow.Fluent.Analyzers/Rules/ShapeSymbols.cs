using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>What the rules ask of the class behind a shape.</summary>
internal static class ShapeSymbols
{
    /// <summary>How a person sets a field.</summary>
    public static string SettersOf(this RequestLibrary library, RequestShape shape, Field candidate) =>
        library.KindOf(shape.Operation as ITypeSymbol)?.SettersOf(candidate) ?? candidate.Name;

    /// <summary>The method that sets the token to a text; null where there is none.</summary>
    public static string? TokenSetterOf(this RequestLibrary library, RequestShape shape) =>
        library.KindOf(shape.Operation as ITypeSymbol) is { } kind && shape.Token is { } token
            ? kind.WithMethods().FirstOrDefault(method =>
                method is { DeclaredAccessibility: Accessibility.Public or Accessibility.Internal, Parameters.Length: 1 }
                && method.Parameters[0].Type.SpecialType == SpecialType.System_String
                && library.MethodSets(kind, method).Any(property => property.Name == token.Name))?.Name
            : null;

    /// <summary>Whether an operation stands in the code of the request's own class.</summary>
    public static bool IsWithin(this RequestLibrary library, IOperation operation, RequestShape shape)
    {
        if (library.KindOf(shape.Operation as ITypeSymbol) is not { } kind || operation.SemanticModel is not { } semantics)
        {
            return false;
        }

        for (var current = semantics.GetEnclosingSymbol(operation.Syntax.SpanStart); current is not null; current = current.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, kind.Symbol))
            {
                return true;
            }
        }

        return false;
    }
}
