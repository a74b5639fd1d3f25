using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.Bodies;

/// <summary>An expression that gives a hard-coded token to a request that is or may be sent.</summary>
/// <remarks>It holds no symbol, because it is cached across edits, and a symbol would keep its compilation alive.</remarks>
internal sealed class TokenPlace(SyntaxTree tree, TextSpan span, ImmutableArray<string> values, string operation, string? scope)
{
    /// <summary>Treats two findings at one place as one.</summary>
    public static IEqualityComparer<TokenPlace> ByPlace { get; } = new PlaceComparer();

    public SyntaxTree Tree { get; } = tree;

    public TextSpan Span { get; } = span;

    /// <summary>The token; several if the expression is a local or field that may have one of several values.</summary>
    public ImmutableArray<string> Values { get; } = values;

    /// <summary>The operation of the token: tokens of different operations never conflict.</summary>
    public string Operation { get; } = operation;

    /// <summary>The test member to which the token is limited; null if it counts in the whole compilation.</summary>
    public string? Scope { get; } = scope;

    public Location Location => Tree.GetLocation(Span);

    public bool IsAt(TokenPlace other) => Tree == other.Tree && Span == other.Span;

    /// <summary>Whether the service may treat calls of the two as the same.</summary>
    public bool Meets(TokenPlace other) => Operation == other.Operation && Scope == other.Scope;

    private sealed class PlaceComparer : IEqualityComparer<TokenPlace>
    {
        public bool Equals(TokenPlace? one, TokenPlace? other) => one is null ? other is null : other is not null && one.IsAt(other);

        public int GetHashCode(TokenPlace place) => (place.Tree.GetHashCode() * 397) ^ place.Span.GetHashCode();
    }
}
