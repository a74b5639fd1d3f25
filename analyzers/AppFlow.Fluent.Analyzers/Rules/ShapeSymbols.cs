using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Rules.Catalog.Messages;
using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>Queries of the rules about the class of a shape.</summary>
internal static class ShapeSymbols
{
    /// <summary>The origin of a shape's request.</summary>
    public static RequestOrigin OriginOf(this RequestLibrary library, RequestShape shape) =>
        shape.IsPartOfOther ? RequestOrigin.AwsSdk : library.KindOf(shape.Operation as ITypeSymbol) switch
        {
            { IsOfLibrary: true } => RequestOrigin.AppFlow,
            { Raw: not null } => RequestOrigin.AwsSdk,
            _ => RequestOrigin.Own,
        };

    /// <summary>Whether a token is generated if none is given, for messages that suggest omitting it.</summary>
    public static bool CanLeaveTokenOut(this RequestLibrary library, RequestShape shape) =>
        library.OriginOf(shape) switch
        {
            RequestOrigin.AppFlow => true,
            RequestOrigin.AwsSdk => shape.IsFreshWithoutToken,
            _ => false,
        };

    /// <summary>How to set a missing field.</summary>
    public static MissingField MissingOf(this RequestLibrary library, RequestShape shape, Field candidate)
    {
        if (library.KindOf(shape.Operation as ITypeSymbol) is not { } kind || kind.PropertyOf(candidate) is not { } property)
        {
            return new MissingField(candidate.Name, [], isSettable: true);
        }

        var methods = kind.WithMethods()
            .Where(method => library.MethodSets(kind, method).Any(set => SymbolEqualityComparer.Default.Equals(set, property)))
            .Select(method => method.Name)
            .Distinct()
            .OrderBy(name => name == "With" + candidate.Name ? 0 : 1)
            .ToList();
        return new MissingField(candidate.Name, methods, property.SetMethod is { DeclaredAccessibility: > Accessibility.Private });
    }

    /// <summary>The method that sets the token to a text; null if there is none.</summary>
    public static string? TokenSetterOf(this RequestLibrary library, RequestShape shape) =>
        library.KindOf(shape.Operation as ITypeSymbol) is { } kind && shape.Token is { } token
            ? kind.WithMethods().FirstOrDefault(method =>
                method is { DeclaredAccessibility: Accessibility.Public or Accessibility.Internal, Parameters.Length: 1 }
                && method.Parameters[0].Type.SpecialType == SpecialType.System_String
                && library.MethodSets(kind, method).Any(property => property.Name == token.Name))?.Name
            : null;

    /// <summary>Whether an operation is in the code of the request's own class.</summary>
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
