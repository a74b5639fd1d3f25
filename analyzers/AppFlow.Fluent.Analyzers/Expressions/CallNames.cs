using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.Expressions;

/// <summary>Finds the name of a call in the source.</summary>
internal static class CallNames
{
    /// <summary>The method's name in the call, for example <c>SendAsync</c>; the whole call if it has none.</summary>
    public static Location LocationOf(SyntaxNode call) => NodeOf(call).GetLocation();

    public static SyntaxNode NodeOf(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name,
        ObjectCreationExpressionSyntax creation => creation.Type,
        _ => call,
    };
}
