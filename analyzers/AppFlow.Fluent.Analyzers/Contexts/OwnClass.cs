using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Contexts;

/// <summary>The class of a request, whose use of its own fields is not checked.</summary>
internal static class OwnClass
{
    /// <summary>Whether the member, or a type around it, belongs to the request's class.</summary>
    public static bool Contains(INamedTypeSymbol request, ISymbol member)
    {
        for (var type = member as INamedTypeSymbol ?? member.ContainingType; type is not null; type = type.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, request.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
