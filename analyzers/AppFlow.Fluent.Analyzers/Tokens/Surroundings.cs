using AppFlow.Fluent.Analyzers.Loops;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>Tells what a wrapper is given to work with, a client or a logger, from what the request is made of.</summary>
internal static class Surroundings
{
    public static bool IsPart(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Delegate)
        {
            return true;
        }

        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (IsKnown(current))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKnown(ITypeSymbol type) => type.Name switch
    {
        "AppFlowClient" => type.ContainingNamespace.Is("AppFlow", "Fluent"),
        "CancellationToken" => type.ContainingNamespace.Is("System", "Threading"),
        "HttpClient" => type.ContainingNamespace.Is("System", "Net", "Http"),
        "ILogger" or "ILoggerFactory" => type.ContainingNamespace.Is("Microsoft", "Extensions", "Logging"),
        "IServiceProvider" or "IProgress" or "TimeProvider" => type.ContainingNamespace.Is("System"),
        _ => false,
    };
}
