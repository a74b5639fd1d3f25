using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Lowering.Known;

/// <summary>Type checks that compare symbols without creating text.</summary>
internal static class Types
{
    /// <summary>Whether a type's namespace has exactly these names, outermost first.</summary>
    public static bool IsIn(ITypeSymbol? type, params string[] names)
    {
        var space = type?.ContainingNamespace;
        for (var i = names.Length - 1; i >= 0; i--)
        {
            if (space?.Name != names[i])
            {
                return false;
            }

            space = space.ContainingNamespace;
        }

        return space?.IsGlobalNamespace == true;
    }

    /// <summary>Whether the type is in this namespace or a nested one.</summary>
    public static bool IsUnder(ITypeSymbol? type, string outermost)
    {
        var space = type?.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name == outermost;
    }

    /// <summary>Whether the type is the other one, derives from it or implements it.</summary>
    public static bool IsOrDerivesFrom(ITypeSymbol type, ITypeSymbol other)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, other))
            {
                return true;
            }
        }

        return other.SpecialType == SpecialType.System_Object
            || type.AllInterfaces.Any(implemented => SymbolEqualityComparer.Default.Equals(implemented, other))
            || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
                && SymbolEqualityComparer.Default.Equals(nullable.TypeArguments[0], other));
    }

    public static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == "Exception" && IsIn(type, "System"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether every thrown object is of the type.</summary>
    public static bool IsAnyException(ITypeSymbol type) => type.SpecialType == SpecialType.System_Object || (type.Name == "Exception" && IsIn(type, "System"));
}
