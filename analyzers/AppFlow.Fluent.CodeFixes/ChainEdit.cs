using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes;

/// <summary>Edits of a call chain that keep its line breaks, indentation and comments.</summary>
internal static class ChainEdit
{
    /// <summary>Inserts calls between a call and what it is made on.</summary>
    public static InvocationExpressionSyntax InsertBefore(
        InvocationExpressionSyntax call,
        IReadOnlyList<(string Method, ExpressionSyntax Argument)> inserted)
    {
        switch (call.Expression)
        {
            case MemberAccessExpressionSyntax access:
                var receiver = inserted.Aggregate(access.Expression, (expression, next) => Invocation(
                    SyntaxFactory.MemberAccessExpression(
                        SyntaxKind.SimpleMemberAccessExpression,
                        expression,
                        access.OperatorToken.WithLeadingTrivia(Indentation(access.OperatorToken)),
                        SyntaxFactory.IdentifierName(next.Method)),
                    next.Argument).WithTrailingTrivia(LineEnd(access.Expression)));
                return call.WithExpression(access.WithExpression(receiver));

            case MemberBindingExpressionSyntax binding:
                ExpressionSyntax bound = Invocation(
                    binding.WithName(SyntaxFactory.IdentifierName(inserted[0].Method)),
                    inserted[0].Argument);
                bound = inserted.Skip(1).Aggregate(bound, (expression, next) => Invocation(
                    SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, expression, SyntaxFactory.IdentifierName(next.Method)),
                    next.Argument));
                return call.WithExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, bound, binding.Name));

            default:
                return call;
        }
    }

    /// <summary>Adds calls after a call.</summary>
    public static ExpressionSyntax Append(ExpressionSyntax call, IReadOnlyList<(string Method, ExpressionSyntax Argument)> added) => added
        .Aggregate(call.WithoutTrailingTrivia(), (expression, next) => Invocation(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, expression, SyntaxFactory.IdentifierName(next.Method)),
            next.Argument))
        .WithTrailingTrivia(call.GetTrailingTrivia());

    private static InvocationExpressionSyntax Invocation(ExpressionSyntax method, ExpressionSyntax argument) =>
        SyntaxFactory.InvocationExpression(
            method,
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(argument))));

    // A comment before the dot belongs to the call that is there already.
    private static SyntaxTriviaList Indentation(SyntaxToken dot) =>
        SyntaxFactory.TriviaList(dot.LeadingTrivia.Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));

    private static SyntaxTriviaList LineEnd(ExpressionSyntax expression) =>
        SyntaxFactory.TriviaList(expression.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
}
