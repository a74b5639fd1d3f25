using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The types of the AWS SDK for .NET by which its requests and clients are known.</summary>
internal static class AwsSdkTypes
{
    /// <summary>The assembly that every package of the SDK depends on.</summary>
    public const string CoreAssembly = "AWSSDK.Core";

    /// <summary>What the SDK's namespaces begin with.</summary>
    public const string RootNamespace = "Amazon";

    private const string ModelNamespace = "Model";
    private const string Request = "Request";

    /// <summary>Whether the type is <c>Amazon.Runtime.AmazonWebServiceRequest</c> or derives from it.</summary>
    public static bool IsRequest(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == "AmazonWebServiceRequest" && IsRuntime(current.ContainingNamespace))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the type is <c>Amazon.Runtime.IAmazonService</c>, implements it, or is a type parameter that must.</summary>
    public static bool IsService(ITypeSymbol? type) => type switch
    {
        null => false,
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(IsService),
        _ => IsServiceContract(type) || type.AllInterfaces.Any(IsServiceContract),
    };

    /// <summary>The paginators of a client, that list page by page: <c>I…PaginatorFactory</c> of a service's model.</summary>
    public static bool IsPaginators(ITypeSymbol? type) =>
        type is not null && type.Name.EndsWith("PaginatorFactory", StringComparison.Ordinal) && ServiceOf(type) is not null;

    /// <summary>Whether the type is the exception that all services throw, or derives from it.</summary>
    public static bool IsServiceException(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (IsNamed(current, "AmazonServiceException"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the type is the SDK's own, and no class of the program that derives from one.</summary>
    public static bool IsOfSdk(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { Name: RootNamespace, IsGlobalNamespace: false };
    }

    /// <summary>Whether the type has that name and is of the SDK's runtime.</summary>
    public static bool IsNamed(ITypeSymbol type, string name) => type.Name == name && IsRuntime(type.ContainingNamespace);

    /// <summary>The service whose model the type is part of: <c>EC2</c> of <c>Amazon.EC2.Model</c>; null for any other type.</summary>
    public static string? ServiceOf(ITypeSymbol type) =>
        type.ContainingNamespace is { Name: ModelNamespace, ContainingNamespace: { Name: var service, ContainingNamespace: { Name: RootNamespace, ContainingNamespace.IsGlobalNamespace: true } } }
            ? service
            : null;

    /// <summary>The service whose namespace an exception stands in: <c>EC2</c> of <c>Amazon.EC2</c>; null for one of all services or of none.</summary>
    public static string? ThrowingServiceOf(ITypeSymbol exception)
    {
        for (var space = exception.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.ContainingNamespace is { Name: RootNamespace, ContainingNamespace.IsGlobalNamespace: true })
            {
                return space.Name == "Runtime" ? null : space.Name;
            }
        }

        return null;
    }

    /// <summary>
    /// The request that the service knows: the type itself, or the one of the SDK's that a class of the program's own derives from.
    /// </summary>
    public static INamedTypeSymbol OperationOf(INamedTypeSymbol request)
    {
        for (INamedTypeSymbol? current = request; current is not null && IsRequest(current); current = current.BaseType)
        {
            if (ServiceOf(current) is not null)
            {
                return current.IsAbstract ? request : current;
            }
        }

        return request;
    }

    /// <summary>The operation's name: that of the request without its last word.</summary>
    public static string NameOf(ITypeSymbol request) =>
        request.Name.Length > Request.Length && request.Name.EndsWith(Request, StringComparison.Ordinal)
            ? request.Name.Substring(0, request.Name.Length - Request.Length)
            : request.Name;

    /// <summary>What <c>[AWSProperty]</c> says of a property; null where it is not there.</summary>
    public static AttributeData? PropertyAttribute(IPropertySymbol property)
    {
        foreach (var data in property.GetAttributes())
        {
            if (data.AttributeClass is { Name: "AWSPropertyAttribute", ContainingNamespace: { Name: "Internal" } space } && IsRuntime(space.ContainingNamespace))
            {
                return data;
            }
        }

        return null;
    }

    private static bool IsServiceContract(ITypeSymbol type) => IsNamed(type, "IAmazonService");

    private static bool IsRuntime(INamespaceSymbol? space) =>
        space is { Name: "Runtime", ContainingNamespace: { Name: RootNamespace, ContainingNamespace.IsGlobalNamespace: true } };
}
