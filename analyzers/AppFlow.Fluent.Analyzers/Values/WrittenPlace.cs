using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.Values;

/// <summary>Where a diagnostic about a value stands.</summary>
internal static class WrittenPlace
{
    /// <summary>The value with what keeps it: <c>null!</c>, <c>("")</c> and <c>(string)""</c> are the expressions that a person sees.</summary>
    public static Location Of(SyntaxNode value)
    {
        while (value.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or CastExpressionSyntax)
        {
            value = value.Parent;
        }

        return value.GetLocation();
    }
}
