using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Edits;

/// <summary>Inserts calls into a chain, in the chain's line layout.</summary>
internal static class CallInsertion
{
    /// <summary><c>request.SendAsync()</c> becomes <c>request.Method(argument).SendAsync()</c>.</summary>
    public static InvocationExpressionSyntax Before(InvocationExpressionSyntax call, IReadOnlyList<(string Method, ExpressionSyntax? Argument)> inserted)
    {
        switch (call.Expression)
        {
            case MemberAccessExpressionSyntax access:
                var dot = access.OperatorToken
                    .WithLeadingTrivia(Layout(access.OperatorToken.LeadingTrivia))
                    .WithTrailingTrivia(Layout(access.OperatorToken.TrailingTrivia));
                var space = Layout(access.Name.GetLeadingTrivia());

                // The line break before the dot belongs to the preceding token.
                var lineEnd = access.Expression.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToList();
                var receiver = inserted.Aggregate(access.Expression, (expression, next) => Call(
                    SyntaxFactory.MemberAccessExpression(
                        SyntaxKind.SimpleMemberAccessExpression,
                        expression,
                        dot,
                        SyntaxFactory.IdentifierName(next.Method).WithLeadingTrivia(space)),
                    next.Argument).WithTrailingTrivia(lineEnd));
                return call.WithExpression(access.WithExpression(receiver));

            case MemberBindingExpressionSyntax binding:
                ExpressionSyntax first = Call(binding.WithName(SyntaxFactory.IdentifierName(inserted[0].Method)), inserted[0].Argument);
                var bound = After(first, [.. inserted.Skip(1)]);
                return call.WithExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, bound, binding.Name));

            default:
                return call;
        }
    }

    /// <summary>Adds calls after an expression, on its line.</summary>
    public static ExpressionSyntax After(ExpressionSyntax expression, IReadOnlyList<(string Method, ExpressionSyntax? Argument)> added) => added
        .Aggregate(expression.WithoutTrailingTrivia(), (receiver, next) => Call(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName(next.Method)),
            next.Argument))
        .WithTrailingTrivia(expression.GetTrailingTrivia());

    private static InvocationExpressionSyntax Call(ExpressionSyntax method, ExpressionSyntax? argument) => SyntaxFactory.InvocationExpression(
        method,
        argument is null
            ? SyntaxFactory.ArgumentList()
            : SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(argument))));

    // Line break and indentation, without the comments, which stay in place.
    private static SyntaxTriviaList Layout(SyntaxTriviaList trivia) => Trivia.HasText(trivia)
        ? SyntaxFactory.TriviaList(trivia.Reverse().TakeWhile(piece => piece.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse())
        : trivia;
}
