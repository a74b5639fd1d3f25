using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.Bodies;

/// <summary>An expression that gives a hard-coded token to a request that is sent, or may be.</summary>
/// <remarks>It holds no symbol: it is kept from edit to edit, and a symbol would keep its compilation.</remarks>
internal sealed class TokenPlace(SyntaxTree tree, TextSpan span, ImmutableArray<string> values, string operation, string? scope)
{
    /// <summary>Takes two findings of one place for one.</summary>
    public static IEqualityComparer<TokenPlace> ByPlace { get; } = new PlaceComparer();

    public SyntaxTree Tree { get; } = tree;

    public TextSpan Span { get; } = span;

    /// <summary>The token; several where the expression is a local or field that one of several arms gave its value.</summary>
    public ImmutableArray<string> Values { get; } = values;

    /// <summary>The operation that the token belongs to: tokens of two operations never meet.</summary>
    public string Operation { get; } = operation;

    /// <summary>The member within which the token counts, for one of a type of tests; null where it counts in the whole compilation.</summary>
    public string? Scope { get; } = scope;

    public Location Location => Tree.GetLocation(Span);

    public bool IsAt(TokenPlace other) => Tree == other.Tree && Span == other.Span;

    /// <summary>Whether the service may take a call of one for a call of the other.</summary>
    public bool Meets(TokenPlace other) => Operation == other.Operation && Scope == other.Scope;

    private sealed class PlaceComparer : IEqualityComparer<TokenPlace>
    {
        public bool Equals(TokenPlace? one, TokenPlace? other) => one is null ? other is null : other is not null && one.IsAt(other);

        public int GetHashCode(TokenPlace place) => (place.Tree.GetHashCode() * 397) ^ place.Span.GetHashCode();
    }
}
