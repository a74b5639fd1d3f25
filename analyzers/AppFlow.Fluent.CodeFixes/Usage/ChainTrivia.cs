using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AppFlow.Fluent.CodeFixes.Usage;

/// <summary>What stands between the call before and the call after one that is taken out of a chain.</summary>
internal static class ChainTrivia
{
    /// <param name="before">What follows the call before, the line break for example.</param>
    /// <param name="leading">What precedes the dropped call: its indentation, and comments on lines of their own.</param>
    /// <param name="trailing">What follows the dropped call.</param>
    public static IEnumerable<SyntaxTrivia> Between(SyntaxTriviaList before, SyntaxTriviaList leading, SyntaxTriviaList trailing)
    {
        if (HasText(leading) || HasText(trailing))
        {
            // Comments stay where they were; a comment behind the call comes to stand on the line alone.
            var kept = HasText(trailing) ? leading.Concat(WithoutSpace(trailing)) : WithoutSpace(leading.Reverse()).Reverse();
            return before.Concat(kept);
        }

        // The call had a line of its own, which goes with it.
        return HasLineBreak(before) && HasLineBreak(trailing) ? before : before.Concat(leading).Concat(trailing);
    }

    private static IEnumerable<SyntaxTrivia> WithoutSpace(IEnumerable<SyntaxTrivia> trivia) =>
        trivia.SkipWhile(piece => piece.IsKind(SyntaxKind.WhitespaceTrivia));

    private static bool HasText(SyntaxTriviaList trivia) =>
        trivia.Any(piece => !piece.IsKind(SyntaxKind.WhitespaceTrivia) && !piece.IsKind(SyntaxKind.EndOfLineTrivia));

    private static bool HasLineBreak(SyntaxTriviaList trivia) => trivia.Any(SyntaxKind.EndOfLineTrivia);
}
