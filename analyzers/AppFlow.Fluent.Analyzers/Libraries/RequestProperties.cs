using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The properties of a request's class, and of the classes of its parts.</summary>
internal static class RequestProperties
{
    private const int MaxNested = 3;

    /// <summary>The instance properties that a class declares or inherits, each name once.</summary>
    public static IEnumerable<IPropertySymbol> Of(ITypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (ITypeSymbol? current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false, ExplicitInterfaceImplementations.IsEmpty: true } property
                    && property.Name != "EqualityContract"
                    && seen.Add(property.Name))
                {
                    yield return property.OriginalDefinition;
                }
            }
        }
    }

    /// <summary>Whether a request is invalid without the property: <c>[Required]</c>, on a nullable type.</summary>
    public static bool IsRequired(IPropertySymbol property) => CanBeNull(property.Type) && FieldConstraints.Of(property).IsRequired;

    public static bool CanBeNull(ITypeSymbol type) => !type.IsValueType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>The property with that name of a class that is part of a request, or of one of its parts.</summary>
    public static IPropertySymbol? PartNamed(ITypeSymbol type, string name) => PartNamed(type, name, MaxNested);

    /// <summary>Whether the type is a user-defined class, and not a text.</summary>
    public static bool IsComposite(ITypeSymbol type) => type is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None };

    public static IPropertySymbol? Named(ITypeSymbol type, string name) =>
        Of(type).FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a <c>With…</c> with that name sets a part of a field of the type.</summary>
    public static bool HasPart(ITypeSymbol type, string name) => IsComposite(type) && Named(type, name) is not null;

    private static IPropertySymbol? PartNamed(ITypeSymbol type, string name, int depth)
    {
        if (depth == 0 || !IsComposite(type))
        {
            return null;
        }

        return Named(type, name) ?? Of(type).Select(property => PartNamed(property.Type, name, depth - 1)).FirstOrDefault(part => part is not null);
    }
}
