using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Identifies client types: they send a request and are not part of it.</summary>
internal static class ClientTypes
{
    public static bool IsClient(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (AnnotationNames.IsLibraryType(current, "AppFlowClient") || IsContract(current) || IsHttpClient(current))
            {
                return true;
            }
        }

        return type is not null && (type.AllInterfaces.Any(IsContract) || (type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(IsClient)));
    }

    /// <summary>Whether the type is the library's client interface, or implements it.</summary>
    public static bool IsAppFlowClient(ITypeSymbol? type) =>
        type is not null && (IsAppFlowContract(type) || type.AllInterfaces.Any(IsAppFlowContract));

    private static bool IsAppFlowContract(ITypeSymbol type) => AnnotationNames.IsLibraryType(type, "IAppFlowClient");

    private static bool IsContract(ITypeSymbol type) => IsAppFlowContract(type) || AwsSdkTypes.IsNamed(type, "IAmazonService");

    private static bool IsHttpClient(ITypeSymbol type) =>
        type.Name is "HttpClient" or "HttpMessageInvoker"
        && type.ContainingNamespace is { Name: "Http", ContainingNamespace: { Name: "Net", ContainingNamespace.Name: "System" } };
}
