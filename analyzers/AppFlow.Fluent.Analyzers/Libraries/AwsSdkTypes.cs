using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The types of the AWS SDK for .NET that identify its requests and clients.</summary>
internal static class AwsSdkTypes
{
    /// <summary>The assembly that every package of the SDK depends on.</summary>
    public const string CoreAssembly = "AWSSDK.Core";

    /// <summary>The prefix of the SDK's namespaces.</summary>
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

    /// <summary>The paginators of a client, which list page by page: <c>I…PaginatorFactory</c> of a service's model.</summary>
    public static bool IsPaginators(ITypeSymbol? type) =>
        type is not null && type.Name.EndsWith("PaginatorFactory", StringComparison.Ordinal) && ServiceOf(type) is not null;

    /// <summary>Whether the type is the base exception of all services, or derives from it.</summary>
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

    /// <summary>Whether the type belongs to the SDK, and is not a derived class of the program.</summary>
    public static bool IsOfSdk(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { Name: RootNamespace, IsGlobalNamespace: false };
    }

    /// <summary>Whether the type has that name and belongs to the SDK's runtime.</summary>
    public static bool IsNamed(ITypeSymbol type, string name) => type.Name == name && IsRuntime(type.ContainingNamespace);

    /// <summary>The service whose model the type is part of: <c>EC2</c> of <c>Amazon.EC2.Model</c>; null for any other type.</summary>
    public static string? ServiceOf(ITypeSymbol type) =>
        type.ContainingNamespace is { Name: ModelNamespace, ContainingNamespace: { Name: var service, ContainingNamespace: { Name: RootNamespace, ContainingNamespace.IsGlobalNamespace: true } } }
            ? service
            : null;

    /// <summary>The service whose namespace contains an exception: <c>EC2</c> of <c>Amazon.EC2</c>; null for other exceptions.</summary>
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

    /// <summary>The SDK's request type: the type itself, or the SDK type that a class of the program derives from.</summary>
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

    /// <summary>The operation's name: the request's name without its last word.</summary>
    public static string NameOf(ITypeSymbol request) =>
        request.Name.Length > Request.Length && request.Name.EndsWith(Request, StringComparison.Ordinal)
            ? request.Name.Substring(0, request.Name.Length - Request.Length)
            : request.Name;

    /// <summary>The data of <c>[AWSProperty]</c> on a property; null if it is absent.</summary>
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
