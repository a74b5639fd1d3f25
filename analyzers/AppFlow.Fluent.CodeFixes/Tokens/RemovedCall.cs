using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Tokens;

/// <summary>Takes a call out of a chain and keeps the chain's layout, and every comment.</summary>
internal static class RemovedCall
{
    /// <summary>The receiver of <c>receiver.With…(…)</c>, followed by what is to follow it.</summary>
    public static ExpressionSyntax Receiver(InvocationExpressionSyntax call, bool isFollowedInChain)
    {
        if (call.Expression is not MemberAccessExpressionSyntax access)
        {
            return call;
        }

        var receiver = access.Expression;
        var before = receiver.GetTrailingTrivia().AddRange(access.OperatorToken.LeadingTrivia);
        var inside = call.DescendantTrivia()
            .Where(trivia => IsComment(trivia) && trivia.SpanStart > access.OperatorToken.SpanStart && trivia.Span.End <= call.Span.End)
            .ToList();
        var after = call.GetTrailingTrivia();
        if (!before.Any(IsComment) && inside.Count == 0)
        {
            // The next call takes the removed one's place in its line.
            return receiver.WithTrailingTrivia(isFollowedInChain && !HasLineBreak(after) ? before : after);
        }

        return receiver.WithTrailingTrivia(Join(before, inside, after));
    }

    private static SyntaxTriviaList Join(SyntaxTriviaList before, List<SyntaxTrivia> inside, SyntaxTriviaList after)
    {
        var joined = before.ToList();
        foreach (var comment in inside)
        {
            joined.Add(comment);
            joined.Add(comment.IsKind(SyntaxKind.SingleLineCommentTrivia) ? SyntaxFactory.ElasticLineFeed : SyntaxFactory.Space);
        }

        if (EndsInNewLine(joined))
        {
            if (after.Any(IsComment))
            {
                joined.AddRange(after.SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
            }
            else if (HasLineBreak(after))
            {
                // The next line brings its own indentation.
                while (joined.Count > 0 && joined[joined.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia))
                {
                    joined.RemoveAt(joined.Count - 1);
                }
            }
        }
        else
        {
            joined.AddRange(after);
        }

        return SyntaxFactory.TriviaList(joined);
    }

    private static bool EndsInNewLine(List<SyntaxTrivia> trivia) =>
        trivia.FindLastIndex(item => !item.IsKind(SyntaxKind.WhitespaceTrivia)) is >= 0 and var last && trivia[last].IsKind(SyntaxKind.EndOfLineTrivia);

    private static bool HasLineBreak(SyntaxTriviaList trivia) => trivia.Any(SyntaxKind.EndOfLineTrivia);

    public static bool IsComment(SyntaxTrivia trivia) =>
        !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia);
}
