using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AppFlow.Fluent.Analyzers.Tokens.Index;

/// <summary>Finds a word of the code by searching the text, so that a tree that does not have it is not walked.</summary>
internal static class WordOccurrences
{
    /// <summary>The identifiers or keywords that say the word, in the order of the text. Comments and disabled code say nothing.</summary>
    public static IReadOnlyList<SyntaxToken> Of(string word, SyntaxTree tree, CancellationToken cancellationToken)
    {
        // The name that is still to be typed.
        if (word.Length == 0)
        {
            return [];
        }

        var text = tree.GetText(cancellationToken).ToString();
        var positions = new List<int>();
        foreach (var position in Positions(word, text))
        {
            if (!IsPartOfName(text, position - 1) && !IsPartOfName(text, position + word.Length))
            {
                positions.Add(position);
            }
        }

        // An identifier may be written with escapes in place of some of its letters.
        positions.AddRange(Positions("\\u", text));
        positions.AddRange(Positions("\\U", text));
        if (positions.Count == 0)
        {
            return [];
        }

        positions.Sort();
        var root = tree.GetRoot(cancellationToken);
        return positions
            .Select(position => (Position: position, Token: root.FindToken(position)))
            .Where(at => at.Token.Span.Contains(at.Position) && at.Token.ValueText == word)
            .Select(at => at.Token)
            .Distinct()
            .ToList();
    }

    private static bool IsPartOfName(string text, int position) =>
        position >= 0 && position < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[position]);

    private static IEnumerable<int> Positions(string sought, string text)
    {
        for (var position = text.IndexOf(sought, StringComparison.Ordinal); position >= 0; position = text.IndexOf(sought, position + sought.Length, StringComparison.Ordinal))
        {
            yield return position;
        }
    }
}
