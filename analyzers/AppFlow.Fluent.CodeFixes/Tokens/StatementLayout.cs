using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Tokens;

/// <summary>Puts statements before another one: with its indentation, below the blank lines and above the comments before it.</summary>
internal static class StatementLayout
{
    public static IEnumerable<StatementSyntax> PutBefore(StatementSyntax original, StatementSyntax statement, IReadOnlyList<StatementSyntax> added)
    {
        var leading = statement.GetLeadingTrivia();
        var indentation = leading.Count > 0 && leading.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? [leading.Last()] : SyntaxTriviaList.Empty;
        var (above, own) = Split(leading, indentation);
        if (!StartsLine(original))
        {
            above = leading;
            own = SyntaxTriviaList.Empty;
        }

        for (var i = 0; i < added.Count; i++)
        {
            var comments = StartsLine(original) ? CommentsOf(added[i], indentation) : SyntaxTriviaList.Empty;
            var before = i == 0 ? above : StartsLine(original) ? indentation : SyntaxTriviaList.Empty;
            var behind = StartsLine(original) ? LineEnd(original) : SyntaxFactory.Space;
            yield return added[i].WithLeadingTrivia(before.AddRange(comments)).WithTrailingTrivia(Behind(added[i], behind));
        }

        yield return statement.WithLeadingTrivia(own);
    }

    // Blank lines stay above, comments stay with the statement; after a directive there is nothing to choose.
    private static (SyntaxTriviaList Above, SyntaxTriviaList Own) Split(SyntaxTriviaList leading, SyntaxTriviaList indentation)
    {
        if (leading.Any(trivia => trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia)))
        {
            return (leading, indentation);
        }

        var blank = 0;
        for (var i = 0; i < leading.Count && (leading[i].IsKind(SyntaxKind.EndOfLineTrivia) || leading[i].IsKind(SyntaxKind.WhitespaceTrivia)); i++)
        {
            if (leading[i].IsKind(SyntaxKind.EndOfLineTrivia))
            {
                blank = i + 1;
            }
        }

        return (
            SyntaxFactory.TriviaList(leading.Take(blank)).AddRange(indentation),
            SyntaxFactory.TriviaList(leading.Skip(blank)));
    }

    // The comment lines above a declaration that comes from inside the loop come along with it.
    private static SyntaxTriviaList CommentsOf(StatementSyntax added, SyntaxTriviaList indentation)
    {
        var leading = added.GetLeadingTrivia();
        return leading.Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            ? SyntaxFactory.TriviaList(leading
                .SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                .SelectMany(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) ? indentation : SyntaxFactory.TriviaList(trivia)))
            : SyntaxTriviaList.Empty;
    }

    private static IEnumerable<SyntaxTrivia> Behind(StatementSyntax added, SyntaxTrivia end)
    {
        var trailing = added.GetTrailingTrivia();
        return trailing.Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            ? trailing.Where(trivia => !trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Append(end)
            : [end];
    }

    private static bool StartsLine(StatementSyntax statement)
    {
        var previous = statement.GetFirstToken().GetPreviousToken();
        return previous.IsKind(SyntaxKind.None)
            || statement.GetLeadingTrivia().Any(SyntaxKind.EndOfLineTrivia)
            || previous.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
    }

    private static SyntaxTrivia LineEnd(SyntaxNode node)
    {
        var found = node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return found.IsKind(SyntaxKind.EndOfLineTrivia) ? found : SyntaxFactory.LineFeed;
    }
}
