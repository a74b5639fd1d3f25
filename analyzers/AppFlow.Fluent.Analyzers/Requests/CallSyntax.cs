using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Requests;

/// <summary>Where a call stands in the source.</summary>
internal static class CallSyntax
{
    /// <summary>The method's name in the call, for example <c>SendAsync</c>; the whole call when it has none.</summary>
    public static Location NameLocation(this RequestCall call) => NameNode(call.Operation.Syntax).GetLocation();

    /// <summary>Whether the argument stands in the call; one that is not is the default of an optional parameter.</summary>
    /// <remarks>IsImplicit does not tell: it holds for <c>value!</c> and <c>(value)</c> too.</remarks>
    public static bool IsWritten(this IArgumentOperation argument) => argument.ArgumentKind != ArgumentKind.DefaultValue;

    public static SyntaxNode NameNode(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name,
        ObjectCreationExpressionSyntax creation => creation.Type,
        _ => call,
    };
}
