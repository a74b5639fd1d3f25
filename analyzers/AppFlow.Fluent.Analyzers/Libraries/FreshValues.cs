using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Calls with a unique result: a field that is initialised with one has another value in each request.</summary>
internal static class FreshValues
{
    public static bool IsFresh(IInvocationOperation invocation) => invocation.TargetMethod is var method && (method.ContainingType?.Name, method.Name) switch
    {
        ("ClientToken", "From") => AnnotationNames.IsLibraryType(method.ContainingType, "ClientToken")
            && invocation.Arguments.Length == 1 && invocation.Arguments[0].Value is IInvocationOperation made && IsFresh(made),
        ("Guid", "NewGuid" or "CreateVersion7") => IsIn(method, "System"),
        ("ClientToken", "New") => AnnotationNames.IsLibraryType(method.ContainingType, "ClientToken"),
        ("Path", "GetRandomFileName") => IsIn(method, "IO"),
        ("RandomNumberGenerator", _) => IsIn(method, "Cryptography"),
        ("Random", _) => IsIn(method, "System"),
        _ => false,
    };

    private static bool IsIn(IMethodSymbol method, string space) => method.ContainingNamespace?.Name == space;
}
