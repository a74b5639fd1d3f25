using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Tokens;

/// <summary>Puts a call into a chain, broken into lines as the chain is.</summary>
internal static class ChainCall
{
    /// <summary><c>request.SendAsync</c> becomes <c>request.Setter(local).SendAsync</c>.</summary>
    public static MemberAccessExpressionSyntax Insert(MemberAccessExpressionSyntax send, string setter, string local)
    {
        var name = SyntaxFactory.IdentifierName(setter).WithLeadingTrivia(Layout(send.Name.GetLeadingTrivia()));
        var dot = send.OperatorToken
            .WithLeadingTrivia(Layout(send.OperatorToken.LeadingTrivia))
            .WithTrailingTrivia(Layout(send.OperatorToken.TrailingTrivia));
        var argument = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(local));
        var call = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, send.Expression, dot, name),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(argument)));

        // The line break before the dot belongs to what stands before it.
        var lineBreak = send.Expression.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return send.WithExpression(call.WithTrailingTrivia(lineBreak));
    }

    // Line break and indentation, without the comments: those stay where they are.
    private static IEnumerable<SyntaxTrivia> Layout(SyntaxTriviaList trivia)
    {
        var isText = trivia.Any(piece => !piece.IsKind(SyntaxKind.WhitespaceTrivia) && !piece.IsKind(SyntaxKind.EndOfLineTrivia));
        return isText ? trivia.Reverse().TakeWhile(piece => piece.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse() : trivia;
    }
}
