using AppFlow.Fluent.CodeFixes.Edits;
using AppFlow.Fluent.CodeFixes.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>Sends a request that is built in the statement that discards it, and awaits the answer.</summary>
internal sealed class SendResult() : Remedy(EquivalenceKey)
{
    public const string EquivalenceKey = nameof(SendResult);

    private const string Send = "SendAsync";

    public override string? Plan(Diagnostic diagnostic, FixSite site, FileEdits edits)
    {
        if (DiscardedExpression.Of(diagnostic, site) is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } expression
            || site.TypeOf(expression) is not { } request
            || !RequestSymbols.IsRequest(request)
            || ArgumentsOfSend(request, expression, site) is not { } arguments
            || !CanAwait(expression, site)
            || RequestSymbols.RequiredOf(request).Any(field => !RequestCreations.Sets(expression, field, site)))
        {
            return null;
        }

        edits.Replace(expression, rewritten => SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithLeadingTrivia(rewritten.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space),
            CallInsertion.After(((ExpressionSyntax)rewritten).WithoutLeadingTrivia(), [(Send, arguments.Count == 0 ? null : arguments[0])])));
        return "Send the request";
    }

    // The only client in scope, or none; null if the request cannot be sent this way, or if there are several clients.
    private static List<IdentifierNameSyntax>? ArgumentsOfSend(ITypeSymbol request, SyntaxNode place, FixSite site)
    {
        var sends = request.GetMembers(Send).OfType<IMethodSymbol>()
            .Where(method => method is { IsStatic: false, ReturnsVoid: false } && site.Model.IsAccessible(place.SpanStart, method))
            .ToList();
        var clients = sends
            .Where(method => method.Parameters.Length > 0 && !method.Parameters[0].IsOptional && method.Parameters.Skip(1).All(parameter => parameter.IsOptional))
            .SelectMany(method => ValuesInScope.OfType(method.Parameters[0].Type, place, site))
            .GroupBy(value => value.Identifier.ValueText)
            .Select(group => group.First())
            .ToList();
        return clients.Count switch
        {
            0 when sends.Any(method => method.Parameters.All(parameter => parameter.IsOptional)) => [],
            1 => clients,
            _ => null,
        };
    }

    private static bool CanAwait(ExpressionSyntax expression, FixSite site) =>
        expression.FirstAncestorOrSelf<LockStatementSyntax>() is null
        && site.Model.GetEnclosingSymbol(expression.SpanStart, site.CancellationToken) is IMethodSymbol method
        && (method.IsAsync || method.Name == WellKnownMemberNames.TopLevelStatementsEntryPointMethodName);
}
