using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The symbol of a type of exception. Its full name is compared without making it.</summary>
internal sealed class ExceptionSymbol(ITypeSymbol type) : ExceptionType
{
    /// <inheritdoc/>
    public override bool IsNamed(string fullName) => IsNamed(type, fullName);

    /// <inheritdoc/>
    public override bool DerivesFrom(string fullName)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (IsNamed(current, fullName))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamed(ITypeSymbol type, string fullName)
    {
        var end = fullName.Length;
        for (ISymbol? current = type; current is not null and not INamespaceSymbol { IsGlobalNamespace: true }; current = current.ContainingSymbol)
        {
            if (current is IModuleSymbol or IAssemblySymbol)
            {
                break;
            }

            var start = end - current.Name.Length;
            if (start < 0 || string.CompareOrdinal(fullName, start, current.Name, 0, current.Name.Length) != 0)
            {
                return false;
            }

            if (start == 0)
            {
                return current.ContainingSymbol is INamespaceSymbol { IsGlobalNamespace: true };
            }

            if (fullName[start - 1] != '.')
            {
                return false;
            }

            end = start - 1;
        }

        return false;
    }
}
