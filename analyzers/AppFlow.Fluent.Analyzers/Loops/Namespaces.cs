using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Loops;

/// <summary>Compares namespaces by their symbols: no text is made for a question that is asked of every call.</summary>
internal static class Namespaces
{
    /// <summary>Whether the namespace is exactly the one of these names, the outermost first.</summary>
    public static bool Is(this INamespaceSymbol? space, params string[] names)
    {
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
}
