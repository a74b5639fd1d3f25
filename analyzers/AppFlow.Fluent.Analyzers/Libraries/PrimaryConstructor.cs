using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Primary constructors.</summary>
internal static class PrimaryConstructor
{
    public static IMethodSymbol? Of(INamedTypeSymbol type) => type.InstanceConstructors.FirstOrDefault(Is);

    public static bool Is(IMethodSymbol constructor) => DeclarationOf(constructor) is not null;

    public static TypeDeclarationSyntax? DeclarationOf(IMethodSymbol constructor) =>
        constructor.MethodKind == MethodKind.Constructor && !constructor.IsImplicitlyDeclared
            ? constructor.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<TypeDeclarationSyntax>().FirstOrDefault()
            : null;

    /// <summary>The property that a parameter of a positional record declares, or has by that name in another assembly.</summary>
    public static IPropertySymbol? PropertyOf(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } type })
        {
            return null;
        }

        var property = type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault();
        return property is not null
            && (property.DeclaringSyntaxReferences.IsEmpty
                ? SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type)
                : property.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is ParameterSyntax))
            ? property
            : null;
    }
}
