using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>One class of failures: a type of exception, with its bases.</summary>
/// <param name="names">The full names of the type and of its bases.</param>
/// <param name="isRefusal">Whether it proves that nothing was or will be applied.</param>
/// <param name="isOpen">Whether derived types may be thrown.</param>
internal sealed class FailureClass(string[] names, bool isRefusal, bool isOpen)
{
    public string FullName => names[0];

    public bool IsRefusal { get; } = isRefusal;

    public bool Must(ITypeSymbol type) => names.Any(name => IsNamed(type, name));

    public bool May(ITypeSymbol type)
    {
        if (Must(type))
        {
            return true;
        }

        for (var current = isOpen ? type.BaseType : null; current is not null; current = current.BaseType)
        {
            if (IsNamed(current, FullName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it has this error code, with or without the suffix of the type's name.</summary>
    public bool HasCode(string code) =>
        FullName.StartsWith("AppFlow.Fluent.", StringComparison.Ordinal)
        && (FullName.EndsWith("." + code, StringComparison.Ordinal) || FullName.EndsWith("." + code + "Exception", StringComparison.Ordinal));

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
