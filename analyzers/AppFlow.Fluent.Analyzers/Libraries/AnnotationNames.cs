using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The names of the library and its annotations. A project without the library may declare the annotations itself.</summary>
internal static class AnnotationNames
{
    public const string Library = "AppFlow.Fluent";

    private const string FluentRequest = "FluentRequestAttribute";
    private const string IdempotencyToken = "IdempotencyTokenAttribute";
    private const string Annotations = Library + ".Annotations.";

    /// <summary>Whether an assembly declares one of the annotations.</summary>
    public static bool AreDeclaredBy(IAssemblySymbol assembly) =>
        assembly.GetTypeByMetadataName(Annotations + FluentRequest) is not null || assembly.GetTypeByMetadataName(Annotations + IdempotencyToken) is not null;

    public static bool IsFluentRequest(ISymbol symbol) => Has(symbol, FluentRequest);

    public static bool IsIdempotencyToken(ISymbol symbol) => Has(symbol, IdempotencyToken);

    /// <summary>Whether the type has that name and is in the library's namespace.</summary>
    public static bool IsLibraryType(ITypeSymbol? type, string name) => type is not null && type.Name == name && IsLibraryNamespace(type.ContainingNamespace);

    private static bool Has(ISymbol symbol, string attribute)
    {
        foreach (var data in symbol.GetAttributes())
        {
            if (data.AttributeClass is { } type
                && type.Name == attribute
                && type.ContainingNamespace is { Name: "Annotations" } annotations
                && IsLibraryNamespace(annotations.ContainingNamespace))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLibraryNamespace(INamespaceSymbol? space) =>
        space is { Name: "Fluent", ContainingNamespace: { Name: "AppFlow", ContainingNamespace.IsGlobalNamespace: true } };
}
