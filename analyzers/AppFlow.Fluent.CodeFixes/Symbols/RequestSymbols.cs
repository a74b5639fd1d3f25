using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.CodeFixes.Symbols;

/// <summary>What the fixes ask about requests. What a request, a token and a field are stands in the rules' own code; here it is asked of symbols alone.</summary>
internal static class RequestSymbols
{
    public static bool IsRequest(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class } && AnnotationNames.IsFluentRequest(type.OriginalDefinition);

    /// <summary>Whether a parameter or property is marked as a token, there or where it is first declared.</summary>
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

    /// <summary>Whether the method is one of the <c>With…</c> methods by name.</summary>
    public static bool IsWith(IMethodSymbol method) => RequestNames.IsWith(method.Name);

    /// <summary>The property of that name, compared as C# compares parameters with properties by convention.</summary>
    public static IPropertySymbol? FieldNamed(ITypeSymbol request, string name) => RequestProperties.Named(request, name);

    /// <summary>The property that holds a request's token.</summary>
    public static IPropertySymbol? TokenOf(ITypeSymbol request) => RequestProperties.Of(request).FirstOrDefault(IsToken);

    public static IEnumerable<IPropertySymbol> RequiredOf(ITypeSymbol request) => RequestProperties.Of(request).Where(RequestProperties.IsRequired);

    /// <summary>
    /// The field that a <c>With…</c> method sets: the one that it is named after, the one that has a part of that name, or the one that
    /// its only parameter is named after.
    /// </summary>
    public static IPropertySymbol? FieldOf(ITypeSymbol request, IMethodSymbol with)
    {
        var name = RequestNames.AfterWith(with.Name);
        return RequestProperties.Named(request, name)
            ?? RequestProperties.Of(request).FirstOrDefault(field => RequestProperties.HasPart(field.Type, name))
            ?? (with.Parameters.Length == 1 ? RequestProperties.Named(request, with.Parameters[0].Name) : null);
    }

    /// <summary>The methods with one parameter by which a field can be set.</summary>
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

    /// <summary>The property whose constraints hold for what a method is given: the field, or the part of it that the parameter is named after.</summary>
    public static IPropertySymbol ConstrainedBy(IPropertySymbol field, IParameterSymbol parameter) =>
        SymbolEqualityComparer.Default.Equals(parameter.Type, field.Type) ? field : RequestProperties.PartNamed(field.Type, parameter.Name) ?? field;

    /// <summary>Whether the service refuses a value.</summary>
    /// <param name="property">The property whose annotations say what the service takes.</param>
    /// <param name="text">The value.</param>
    public static bool Refuses(IPropertySymbol property, string text) => FieldConstraints.Of(property).Refusal(text) is not null;
}
