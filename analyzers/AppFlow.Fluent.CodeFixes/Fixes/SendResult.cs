using AppFlow.Fluent.CodeFixes.Edits;
using AppFlow.Fluent.CodeFixes.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>Sends a request that is begun and completed in the statement that discards it, and awaits the answer.</summary>
internal sealed class SendResult() : Remedy(EquivalenceKey)
{
    public const string EquivalenceKey = nameof(SendResult);

    private const string Send = "SendAsync";

    public override string? Plan(Diagnostic diagnostic, FixSite site, FileEdits edits)
    {
        if (DiscardedExpression.Of(diagnostic, site) is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } expression
            || site.TypeOf(expression) is not { } request
            || !RequestSymbols.IsRequest(request)
            || !CanSend(request, expression.SpanStart, site.Model)
            || !CanAwait(expression, site)
            || RequestSymbols.RequiredOf(request).Any(field => !Beginnings.Sets(expression, field, site)))
        {
            return null;
        }

        edits.Replace(expression, rewritten => SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithLeadingTrivia(rewritten.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space),
            CallInsertion.After(((ExpressionSyntax)rewritten).WithoutLeadingTrivia(), [(Send, null)])));
        return "Send the request";
    }

    private static bool CanSend(ITypeSymbol request, int position, SemanticModel model) => request.GetMembers(Send).OfType<IMethodSymbol>().Any(method =>
        method is { IsStatic: false, ReturnsVoid: false } && method.Parameters.All(parameter => parameter.IsOptional) && model.IsAccessible(position, method));

    private static bool CanAwait(ExpressionSyntax expression, FixSite site) =>
        expression.FirstAncestorOrSelf<LockStatementSyntax>() is null
        && site.Model.GetEnclosingSymbol(expression.SpanStart, site.CancellationToken) is IMethodSymbol method
        && (method.IsAsync || method.Name == WellKnownMemberNames.TopLevelStatementsEntryPointMethodName);
}
