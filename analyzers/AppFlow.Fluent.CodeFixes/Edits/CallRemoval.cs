using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Edits;

/// <summary>Removes a call from a chain and keeps the chain's layout and all comments.</summary>
internal static class CallRemoval
{
    /// <summary>
    /// Adds the removal; false if the call is not part of a chain. Several removals in one chain are combined, also behind a <c>?.</c>.
    /// </summary>
    public static bool Add(InvocationExpressionSyntax call, FileEdits edits)
    {
        if (call.ContainsDirectives || call.Expression is not (MemberAccessExpressionSyntax or MemberBindingExpressionSyntax))
        {
            return false;
        }

        switch (call.Parent)
        {
            // The next call takes over its receiver.
            case MemberAccessExpressionSyntax after when after.Expression == call:
                edits.Replace(after, rewritten => rewritten is MemberAccessExpressionSyntax access ? WithoutCallBefore(access) : rewritten);
                break;
            case ConditionalAccessExpressionSyntax whole when whole.WhenNotNull == call:
                edits.Replace(whole, rewritten => rewritten is ConditionalAccessExpressionSyntax access ? WithoutLast(access) : rewritten);
                break;
            default:
                if (call.Expression is MemberBindingExpressionSyntax)
                {
                    return false;
                }

                edits.Replace(call, rewritten => rewritten is InvocationExpressionSyntax invocation ? Receiver(invocation, isFollowed: false) : rewritten);
                break;
        }

        edits.AddGone(call.ArgumentList);
        return true;
    }

    /// <summary>The receiver of the call; null if the source has none.</summary>
    public static ExpressionSyntax? ReceiverOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        MemberBindingExpressionSyntax when call.Parent is ConditionalAccessExpressionSyntax whole && whole.WhenNotNull == call => whole.Expression,
        _ => null,
    };

    private static ExpressionSyntax WithoutCallBefore(MemberAccessExpressionSyntax after)
    {
        if (after.Expression is not InvocationExpressionSyntax call)
        {
            return after;
        }

        if (call.Expression is not MemberBindingExpressionSyntax binding)
        {
            return after.WithExpression(Receiver(call, isFollowed: true));
        }

        var comments = CommentsBehind(call, binding.OperatorToken).Concat(after.OperatorToken.LeadingTrivia.Where(Trivia.IsText)).ToList();
        var dot = comments.Count == 0
            ? binding.OperatorToken
            : binding.OperatorToken.WithLeadingTrivia(binding.OperatorToken.LeadingTrivia.AddRange(comments.SelectMany(WithSeparator)));
        return SyntaxFactory.MemberBindingExpression(dot, after.Name);
    }

    private static ExpressionSyntax WithoutLast(ConditionalAccessExpressionSyntax whole)
    {
        if (whole.WhenNotNull is not InvocationExpressionSyntax call)
        {
            return whole;
        }

        if (call.Expression is not MemberBindingExpressionSyntax binding)
        {
            return whole.WithWhenNotNull(Receiver(call, isFollowed: false));
        }

        var comments = CommentsBehind(call, binding.OperatorToken).SelectMany(WithSeparator);
        return whole.Expression.WithTrailingTrivia(whole.Expression.GetTrailingTrivia().AddRange(comments).AddRange(whole.GetTrailingTrivia()));
    }

    private static ExpressionSyntax Receiver(InvocationExpressionSyntax call, bool isFollowed)
    {
        if (call.Expression is not MemberAccessExpressionSyntax access)
        {
            return call;
        }

        var receiver = access.Expression;
        var before = receiver.GetTrailingTrivia().AddRange(access.OperatorToken.LeadingTrivia);
        var inside = CommentsBehind(call, access.OperatorToken);
        var after = call.GetTrailingTrivia();
        if (!before.Any(Trivia.IsText) && inside.Count == 0)
        {
            // The next call takes the place of the removed one on its line.
            return receiver.WithTrailingTrivia(isFollowed && !Trivia.HasLineBreak(after) ? before : after);
        }

        return receiver.WithTrailingTrivia(Join(before, inside, after));
    }

    private static List<SyntaxTrivia> CommentsBehind(InvocationExpressionSyntax call, SyntaxToken dot) => call.DescendantTrivia()
        .Where(trivia => Trivia.IsText(trivia) && trivia.SpanStart > dot.SpanStart && trivia.Span.End <= call.Span.End)
        .ToList();

    private static IEnumerable<SyntaxTrivia> WithSeparator(SyntaxTrivia comment) =>
        [comment, comment.IsKind(SyntaxKind.SingleLineCommentTrivia) ? SyntaxFactory.ElasticLineFeed : SyntaxFactory.Space];

    private static SyntaxTriviaList Join(SyntaxTriviaList before, List<SyntaxTrivia> inside, SyntaxTriviaList after)
    {
        var joined = before.Concat(inside.SelectMany(WithSeparator)).ToList();
        if (!EndsInNewLine(joined))
        {
            joined.AddRange(after);
        }
        else if (after.Any(Trivia.IsText))
        {
            joined.AddRange(Trivia.WithoutSpace(after));
        }
        else if (Trivia.HasLineBreak(after))
        {
            // The next line brings its own indentation.
            while (joined.Count > 0 && joined[joined.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia))
            {
                joined.RemoveAt(joined.Count - 1);
            }
        }

        return SyntaxFactory.TriviaList(joined);
    }

    private static bool EndsInNewLine(List<SyntaxTrivia> trivia) =>
        trivia.FindLastIndex(item => !item.IsKind(SyntaxKind.WhitespaceTrivia)) is >= 0 and var last && trivia[last].IsKind(SyntaxKind.EndOfLineTrivia);
}
