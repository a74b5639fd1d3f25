using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>Finds a word in the code by text search, so that trees without it are not walked.</summary>
internal static class WordOccurrences
{
    private const char Escape = '\\';

    // An escaped letter: a backslash, its kind, and four or eight digits.
    private const int ShortEscape = 6;
    private const int LongEscape = 10;

    /// <summary>The identifiers or keywords that equal the word, in text order. Comments and disabled code are ignored.</summary>
    /// <param name="word">The word.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <param name="followers">
    /// The characters that may stand behind the occurrences of interest, after white space; those with another one may be left out.
    /// </param>
    public static IReadOnlyList<SyntaxToken> Of(string word, SyntaxTree tree, CancellationToken cancellationToken, string? followers = null)
    {
        // A missing name, while the user is typing.
        if (word.Length == 0)
        {
            return [];
        }

        // Beyond ASCII, a name and its spelling can differ in more ways than a search can handle.
        if (!IsAscii(word))
        {
            return AmongAllTokens(word, tree.GetRoot(cancellationToken));
        }

        // Most files have neither the word nor an escape.
        var text = tree.GetText(cancellationToken).ToString();
        List<int>? positions = null;
        for (var position = Next(word, text, 0); position >= 0; position = Next(word, text, position + word.Length))
        {
            if (!IsPartOfName(text, position - 1) && !IsPartOfName(text, position + word.Length) && (followers is null || MayFollow(text, position + word.Length, followers)))
            {
                (positions ??= []).Add(position);
            }
        }

        if (text.IndexOf(Escape) >= 0)
        {
            foreach (var position in Escaped(word, text))
            {
                (positions ??= []).Add(position);
            }

            positions?.Sort();
        }

        if (positions is null)
        {
            return [];
        }

        var root = tree.GetRoot(cancellationToken);
        var found = new List<SyntaxToken>(positions.Count);
        foreach (var position in positions)
        {
            var token = root.FindToken(position);
            if (token.Span.Contains(position) && token.ValueText == word && (found.Count == 0 || found[found.Count - 1] != token))
            {
                found.Add(token);
            }
        }

        return found;
    }

    private static List<SyntaxToken> AmongAllTokens(string word, SyntaxNode root) => root.DescendantTokens().Where(token => token.ValueText == word).ToList();

    private static int Next(string word, string text, int start) => text.IndexOf(word, start, StringComparison.Ordinal);

    // Anything but plain code counts: a comment, a directive, an escape.
    private static bool MayFollow(string text, int position, string followers)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position == text.Length
            || text[position] is '/' or '#' or Escape or <= ' ' or > '~'
            || followers.IndexOf(text[position]) >= 0;
    }

    private static bool IsAscii(string word)
    {
        foreach (var letter in word)
        {
            if (letter > '\x7f')
            {
                return false;
            }
        }

        return true;
    }

    // Nearly all escapes are in texts. Those in names are decoded directly, because finding a token is expensive.
    private static IEnumerable<int> Escaped(string word, string text) => Positions(Escape.ToString(), text).Where(position =>
    {
        for (var before = position; before >= 0 && (before == position || IsPartOfName(text, before)) && position - before < word.Length; before--)
        {
            if (Says(word, text, before))
            {
                return true;
            }
        }

        return false;
    });

    private static bool Says(string word, string text, int position)
    {
        foreach (var letter in word)
        {
            if (position >= text.Length)
            {
                return false;
            }

            var length = 1;
            int written = text[position];
            if (written == Escape && position + 1 < text.Length)
            {
                length = text[position + 1] switch { 'u' => ShortEscape, 'U' => LongEscape, _ => 0 };
                if (length == 0
                    || position + length > text.Length
                    || !int.TryParse(text.Substring(position + 2, length - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out written))
                {
                    return false;
                }
            }

            if (written != letter)
            {
                return false;
            }

            position += length;
        }

        return true;
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
