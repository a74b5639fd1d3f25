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
            var space = current.ContainingNamespace?.ToDisplayString();
            if ((current.Name, space) is
                ("AppFlowClient", "AppFlow.Fluent")
                or ("CancellationToken", "System.Threading")
                or ("HttpClient", "System.Net.Http")
                or ("ILogger" or "ILoggerFactory", "Microsoft.Extensions.Logging")
                or ("IServiceProvider" or "IProgress" or "TimeProvider", "System"))
            {
                return true;
            }
        }

        return false;
    }
}
