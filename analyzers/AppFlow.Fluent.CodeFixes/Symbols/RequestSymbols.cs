using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.CodeFixes.Symbols;

/// <summary>
/// Queries of the fixes about requests. The rules' own code defines requests, tokens and fields; here only symbols are inspected.
/// </summary>
internal static class RequestSymbols
{
    public static bool IsRequest(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class } && AnnotationNames.IsFluentRequest(type.OriginalDefinition);

    /// <summary>Whether a parameter or property is marked as a token, on itself or on its original declaration.</summary>
    public static bool IsToken(ISymbol? symbol)
    {
        for (var current = symbol; current is not null; current = InheritedMembers.OverriddenBy(current))
        {
            if (AnnotationNames.IsIdempotencyToken(current.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether AppFlow.Fluent itself declares the symbol.</summary>
    public static bool IsOfLibrary(ISymbol symbol) => symbol.ContainingAssembly?.Name == AnnotationNames.Library;

    /// <summary>Whether the method is named <c>With…</c>.</summary>
    public static bool IsWith(IMethodSymbol method) => RequestNames.IsWith(method.Name);

    /// <summary>The property with that name, ignoring the case of the first letter as for parameters.</summary>
    public static IPropertySymbol? FieldNamed(ITypeSymbol request, string name) => RequestProperties.Named(request, name);

    /// <summary>The property that holds a request's token.</summary>
    public static IPropertySymbol? TokenOf(ITypeSymbol request) => RequestProperties.Of(request).FirstOrDefault(IsToken);

    public static IEnumerable<IPropertySymbol> RequiredOf(ITypeSymbol request) => RequestProperties.Of(request).Where(RequestProperties.IsRequired);

    /// <summary>
    /// The field that a <c>With…</c> method sets: by the method's name, by a part of the field with that name, or by the name of its only
    /// parameter.
    /// </summary>
    public static IPropertySymbol? FieldOf(ITypeSymbol request, IMethodSymbol with)
    {
        var name = RequestNames.AfterWith(with.Name);
        return RequestProperties.Named(request, name)
            ?? RequestProperties.Of(request).FirstOrDefault(field => RequestProperties.HasPart(field.Type, name))
            ?? (with.Parameters.Length == 1 ? RequestProperties.Named(request, with.Parameters[0].Name) : null);
    }

    /// <summary>The methods with one parameter that can set a field.</summary>
    public static IEnumerable<IMethodSymbol> SettersOf(ITypeSymbol request, IPropertySymbol field)
    {
        for (ITypeSymbol? type = request; type is not null && type.SpecialType != SpecialType.System_Object; type = type.BaseType)
        {
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (method is { IsStatic: false, Parameters.Length: 1 }
                    && IsWith(method)
                    && SymbolEqualityComparer.Default.Equals(FieldOf(request, method), field)
                    && IsRequest(method.ReturnType))
                {
                    yield return method;
                }
            }
        }
    }

    /// <summary>The property whose constraints apply to a method's argument: the field, or its part with the parameter's name.</summary>
    public static IPropertySymbol ConstrainedBy(IPropertySymbol field, IParameterSymbol parameter) =>
        SymbolEqualityComparer.Default.Equals(parameter.Type, field.Type) ? field : RequestProperties.PartNamed(field.Type, parameter.Name) ?? field;

    /// <summary>Whether the service refuses a value.</summary>
    /// <param name="property">The property with the constraints.</param>
    /// <param name="text">The value.</param>
    public static bool Refuses(IPropertySymbol property, string text) => FieldConstraints.Of(property).Refusal(text) is not null;
}
