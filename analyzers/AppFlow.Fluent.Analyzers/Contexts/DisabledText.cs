using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AppFlow.Fluent.Analyzers.Contexts;

/// <summary>Code that is compiled under other preprocessor symbols only.</summary>
internal static class DisabledText
{
    /// <summary>Whether such code inside the node has the name.</summary>
    public static bool Mentions(SyntaxNode node, string name) =>
        node.ContainsDirectives
        && node.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia) && HasWord(trivia.ToString(), name));

    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !SyntaxFacts.IsIdentifierPartCharacter(text[at - 1])) && (end == text.Length || !SyntaxFacts.IsIdentifierPartCharacter(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
