using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>An expression that gives a hard-coded token to a call or property.</summary>
internal sealed class TokenPlace(SyntaxTree tree, TextSpan span, ImmutableArray<string> values)
{
    public SyntaxTree Tree { get; } = tree;

    public TextSpan Span { get; } = span;

    /// <summary>The token; several where the expression is a local or field that one of several arms gave its value.</summary>
    public ImmutableArray<string> Values { get; } = values;

    public Location Location => Tree.GetLocation(Span);

    public bool IsAt(TokenPlace other) => Tree == other.Tree && Span == other.Span;
}
