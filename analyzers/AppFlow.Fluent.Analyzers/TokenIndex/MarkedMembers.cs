using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>The names of members with a marked parameter, and of marked properties.</summary>
internal sealed class MarkedMembers
{
    /// <summary>Empty, as for most trees.</summary>
    public static MarkedMembers None { get; } = new();

    public HashSet<string> Methods { get; } = new(StringComparer.Ordinal);

    /// <summary>Types with such a constructor.</summary>
    public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Delegates { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Properties { get; } = new(StringComparer.Ordinal);

    public bool HasIndexer { get; set; }

    /// <summary>Whether a method with this name is marked; for delegates, whether any is.</summary>
    public bool HasMethod(IMethodSymbol method) =>
        method.MethodKind == MethodKind.DelegateInvoke ? Delegates.Count > 0 : Methods.Contains(method.Name);

    public void Add(MarkedMembers others)
    {
        Methods.UnionWith(others.Methods);
        Types.UnionWith(others.Types);
        Delegates.UnionWith(others.Delegates);
        Properties.UnionWith(others.Properties);
        HasIndexer |= others.HasIndexer;
    }
}
