using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.CodeFixes.Symbols;

/// <summary>What a symbol has to do with requests, by its attributes and the names of their fields.</summary>
internal static class RequestSymbols
{
    private const string With = "With";
    private const string Library = "AppFlow.Fluent";

    public static bool IsRequest(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class } && IsMarked(type.OriginalDefinition, "FluentRequestAttribute");

    /// <summary>Whether a parameter or property is marked as a token, there or where it is first declared.</summary>
    public static bool IsToken(ISymbol? symbol)
    {
        for (var current = symbol; current is not null; current = (current as IPropertySymbol)?.OverriddenProperty)
        {
            if (IsMarked(current.OriginalDefinition, "IdempotencyTokenAttribute"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether AppFlow.Fluent itself declares the symbol.</summary>
    public static bool IsOfLibrary(ISymbol symbol) => symbol.ContainingAssembly?.Name == Library;

    /// <summary>Whether the method is one of the <c>With…</c> methods by name.</summary>
    public static bool IsWith(IMethodSymbol method) =>
        method.Name.Length > With.Length && method.Name.StartsWith(With, StringComparison.Ordinal) && !char.IsLower(method.Name[With.Length]);

    /// <summary>The property of that name, compared as C# compares parameters with properties by convention.</summary>
    public static IPropertySymbol? FieldNamed(ITypeSymbol request, string name) =>
        PropertiesOf(request).FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The property that holds a request's token.</summary>
    public static IPropertySymbol? TokenOf(ITypeSymbol request) => PropertiesOf(request).FirstOrDefault(IsToken);

    public static IEnumerable<IPropertySymbol> RequiredOf(ITypeSymbol request) => PropertiesOf(request)
        .Where(property => property.GetAttributes().Any(data => data.AttributeClass is { Name: "RequiredAttribute", ContainingNamespace.Name: "DataAnnotations" }));

    /// <summary>
    /// The field that a <c>With…</c> method sets: the one that it is named after, the one that has a part of that name, or the one that
    /// its only parameter is named after.
    /// </summary>
    public static IPropertySymbol? FieldOf(ITypeSymbol request, IMethodSymbol with)
    {
        var name = with.Name.Substring(With.Length);
        return FieldNamed(request, name)
            ?? PropertiesOf(request).FirstOrDefault(field => IsComposite(field.Type) && FieldNamed(field.Type, name) is not null)
            ?? (with.Parameters.Length == 1 ? FieldNamed(request, with.Parameters[0].Name) : null);
    }

    /// <summary>The methods with one parameter by which a field can be set.</summary>
    public static IEnumerable<IMethodSymbol> SettersOf(ITypeSymbol request, IPropertySymbol field) => MembersOf(request)
        .OfType<IMethodSymbol>()
        .Where(method => method is { IsStatic: false, Parameters.Length: 1 }
            && IsWith(method)
            && SymbolEqualityComparer.Default.Equals(FieldOf(request, method), field)
            && IsRequest(method.ReturnType));

    /// <summary>The property whose constraints hold for what a method is given: the field, or the part of it that the parameter is named after.</summary>
    public static IPropertySymbol ConstrainedBy(IPropertySymbol field, IParameterSymbol parameter) =>
        SymbolEqualityComparer.Default.Equals(parameter.Type, field.Type) ? field : PartNamed(field.Type, parameter.Name, depth: 3) ?? field;

    private static IPropertySymbol? PartNamed(ITypeSymbol type, string name, int depth) => depth == 0 || !IsComposite(type)
        ? null
        : FieldNamed(type, name) ?? PropertiesOf(type).Select(property => PartNamed(property.Type, name, depth - 1)).FirstOrDefault(part => part is not null);

    private static bool IsComposite(ITypeSymbol type) => type is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None };

    private static IEnumerable<IPropertySymbol> PropertiesOf(ITypeSymbol type) =>
        MembersOf(type).OfType<IPropertySymbol>().Where(property => property is { IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false } && property.Name != "EqualityContract");

    private static IEnumerable<ISymbol> MembersOf(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                yield return member;
            }
        }
    }

    private static bool IsMarked(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(data => data.AttributeClass is
    {
        ContainingType: null,
        ContainingNamespace:
        {
            Name: "Annotations",
            ContainingNamespace: { Name: "Fluent", ContainingNamespace: { Name: "AppFlow", ContainingNamespace.IsGlobalNamespace: true } },
        },
    } type && type.Name == attribute);
}
