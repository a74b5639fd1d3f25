using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AppFlow.Fluent.CodeFixes.Edits;

/// <summary>Queries about trivia between tokens.</summary>
internal static class Trivia
{
    /// <summary>Whether a person wrote it: a comment, a directive, or text that a directive turns off.</summary>
    public static bool IsText(SyntaxTrivia trivia) => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia);

    public static bool HasText(SyntaxTriviaList trivia) => trivia.Any(IsText);

    public static bool HasText(SyntaxNode node) => node.DescendantTrivia().Any(IsText);

    public static bool HasLineBreak(SyntaxTriviaList trivia) => trivia.Any(SyntaxKind.EndOfLineTrivia);

    /// <summary>The white space directly before the first token of a line.</summary>
    public static SyntaxTriviaList Indentation(SyntaxTriviaList leading) =>
        leading.Count > 0 && leading.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? [leading.Last()] : SyntaxTriviaList.Empty;

    public static SyntaxTriviaList WithoutIndentation(SyntaxTriviaList leading) =>
        leading.Count > 0 && leading.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? leading.RemoveAt(leading.Count - 1) : leading;

    /// <summary>How many pieces at the start are blank lines.</summary>
    public static int BlankLines(SyntaxTriviaList leading)
    {
        var blank = 0;
        for (var i = 0; i < leading.Count && !IsText(leading[i]); i++)
        {
            if (leading[i].IsKind(SyntaxKind.EndOfLineTrivia))
            {
                blank = i + 1;
            }
        }

        return blank;
    }

    public static IEnumerable<SyntaxTrivia> WithoutSpace(IEnumerable<SyntaxTrivia> trivia) =>
        trivia.SkipWhile(piece => piece.IsKind(SyntaxKind.WhitespaceTrivia));

    /// <summary>The line break that the file uses.</summary>
    public static SyntaxTrivia LineEnd(SyntaxNode node)
    {
        var found = node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return found.IsKind(SyntaxKind.EndOfLineTrivia) ? found : SyntaxFactory.LineFeed;
    }
}
