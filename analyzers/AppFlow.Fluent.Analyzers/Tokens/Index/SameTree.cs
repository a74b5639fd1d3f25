using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Tokens.Index;

/// <summary>
/// Tells trees apart by what they are, not by what they say: two with the same text may stand in different projects, and to compare
/// texts at each look-up is slow.
/// </summary>
internal sealed class SameTree : IEqualityComparer<SyntaxTree>
{
    private SameTree()
    {
    }

    public static SameTree Comparer { get; } = new();

    public bool Equals(SyntaxTree? one, SyntaxTree? other) => ReferenceEquals(one, other);

    public int GetHashCode(SyntaxTree tree) => RuntimeHelpers.GetHashCode(tree);
}
