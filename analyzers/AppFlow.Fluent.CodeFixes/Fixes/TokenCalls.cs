using AppFlow.Fluent.CodeFixes.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>Calls that set a request's token.</summary>
internal static class TokenCalls
{
    /// <summary>
    /// Whether the call is <c>request.With…(token)</c> and only sets the token; false for an extension method that is called as a static
    /// method.
    /// </summary>
    public static bool OnlySetsToken(InvocationExpressionSyntax call, FixSite site) =>
        call is { ArgumentList.Arguments.Count: 1, Expression: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax }
        && site.SymbolOf(call) is IMethodSymbol { Parameters.Length: 1 } method
        && (!method.IsStatic || method.ReducedFrom is not null)
        && RequestSymbols.IsWith(method)
        && RequestSymbols.IsRequest(method.ReturnType)
        && (RequestSymbols.FieldOf(method.ReturnType, method) is { } field && RequestSymbols.IsToken(field)
            || (RequestSymbols.IsToken(method.Parameters[0]) && !method.IsExtensionMethod));
}
