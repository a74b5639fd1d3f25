using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.Values;

/// <summary>The location of a diagnostic about a value.</summary>
internal static class WrittenPlace
{
    /// <summary>The value with wrappers that preserve it, as written in the source: <c>null!</c>, <c>("")</c>, <c>(string)""</c>.</summary>
    public static Location Of(SyntaxNode value)
    {
        while (value.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or CastExpressionSyntax)
        {
            value = value.Parent;
        }

        return value.GetLocation();
    }
}
