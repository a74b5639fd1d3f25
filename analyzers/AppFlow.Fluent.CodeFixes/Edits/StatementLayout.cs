using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Edits;

/// <summary>
/// Inserts statements before another one: with its indentation, after preceding blank lines and directives but before its comments.
/// </summary>
internal static class StatementLayout
{
    /// <param name="original">The statement as it is in the file.</param>
    /// <param name="node">The same with edits inside it; a top-level statement is wrapped in its global statement.</param>
    /// <param name="added">The statements to insert before it.</param>
    public static IEnumerable<T> PutBefore<T>(SyntaxNode original, T node, IReadOnlyList<StatementSyntax> added)
        where T : SyntaxNode
    {
        var leading = node.GetLeadingTrivia();
        var indentation = Trivia.Indentation(leading);
        var startsLine = StartsLine(original);
        var (above, own) = startsLine ? Split(leading, indentation) : (leading, SyntaxTriviaList.Empty);
        for (var i = 0; i < added.Count; i++)
        {
            var comments = startsLine ? CommentsOf(added[i], indentation) : SyntaxTriviaList.Empty;
            var before = i == 0 ? above : startsLine ? indentation : SyntaxTriviaList.Empty;
            var end = startsLine ? Trivia.LineEnd(original) : SyntaxFactory.Space;
            var statement = added[i].WithLeadingTrivia(before.AddRange(comments)).WithTrailingTrivia(Behind(added[i], end));
            yield return node is GlobalStatementSyntax global ? (T)(SyntaxNode)global.WithStatement(statement) : (T)(SyntaxNode)statement;
        }

        yield return node.WithLeadingTrivia(own);
    }

    // Directives and blank lines stay above, comments stay with the statement.
    private static (SyntaxTriviaList Above, SyntaxTriviaList Own) Split(SyntaxTriviaList leading, SyntaxTriviaList indentation)
    {
        var start = 0;
        for (var i = 0; i < leading.Count; i++)
        {
            if (leading[i].IsDirective || leading[i].IsKind(SyntaxKind.DisabledTextTrivia))
            {
                start = i + 1;
            }
        }

        start += Trivia.BlankLines(SyntaxFactory.TriviaList(leading.Skip(start)));
        return (SyntaxFactory.TriviaList(leading.Take(start)).AddRange(indentation), SyntaxFactory.TriviaList(leading.Skip(start)));
    }

    // The comment lines above a declaration move out of the loop with it.
    private static SyntaxTriviaList CommentsOf(StatementSyntax added, SyntaxTriviaList indentation)
    {
        var leading = added.GetLeadingTrivia();
        return leading.Any(IsComment)
            ? SyntaxFactory.TriviaList(leading
                .SkipWhile(trivia => !Trivia.IsText(trivia))
                .SelectMany(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) ? indentation : SyntaxFactory.TriviaList(trivia)))
            : SyntaxTriviaList.Empty;
    }

    private static IEnumerable<SyntaxTrivia> Behind(StatementSyntax added, SyntaxTrivia end)
    {
        var trailing = added.GetTrailingTrivia();
        return trailing.Any(IsComment)
            ? trailing.Where(trivia => !trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Append(end)
            : [end];
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static bool StartsLine(SyntaxNode statement)
    {
        var previous = statement.GetFirstToken().GetPreviousToken();
        return previous.IsKind(SyntaxKind.None)
            || Trivia.HasLineBreak(statement.GetLeadingTrivia())
            || statement.GetLeadingTrivia().Any(trivia => trivia.IsDirective)
            || Trivia.HasLineBreak(previous.TrailingTrivia);
    }
}
