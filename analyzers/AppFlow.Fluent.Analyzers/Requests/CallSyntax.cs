using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.Requests;

/// <summary>Where a call stands in the source.</summary>
internal static class CallSyntax
{
    /// <summary>The method's name in the call, for example <c>SendAsync</c>; the whole call when it has none.</summary>
    public static Location NameLocation(this RequestCall call) => NameNode(call.Operation.Syntax).GetLocation();

    public static SyntaxNode NameNode(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name,
        ObjectCreationExpressionSyntax creation => creation.Type,
        _ => call,
    };
}
