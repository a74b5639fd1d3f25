using System.Globalization;

namespace AppFlow.Fluent.Rules.Constants;

/// <summary>The readable name of a character, so that invisible and similar characters can be recognised.</summary>
internal static class CharacterName
{
    private static readonly Dictionary<char, string> Names = new()
    {
        ['\t'] = "a tab",
        ['\n'] = "a line feed",
        ['\r'] = "a carriage return",
        [' '] = "a space",
        ['!'] = "an exclamation mark",
        ['"'] = "a quotation mark",
        ['#'] = "a number sign",
        ['$'] = "a dollar sign",
        ['%'] = "a percent sign",
        ['&'] = "an ampersand",
        ['\''] = "an apostrophe",
        ['('] = "an opening parenthesis",
        [')'] = "a closing parenthesis",
        ['*'] = "an asterisk",
        ['+'] = "a plus sign",
        [','] = "a comma",
        ['-'] = "a hyphen",
        ['.'] = "a full stop",
        ['/'] = "a slash",
        [':'] = "a colon",
        [';'] = "a semicolon",
        ['<'] = "a less-than sign",
        ['='] = "an equals sign",
        ['>'] = "a greater-than sign",
        ['?'] = "a question mark",
        ['@'] = "an at sign",
        ['['] = "an opening bracket",
        ['\\'] = "a backslash",
        [']'] = "a closing bracket",
        ['^'] = "a caret",
        ['_'] = "an underscore",
        ['`'] = "a backtick",
        ['{'] = "an opening brace",
        ['|'] = "a vertical bar",
        ['}'] = "a closing brace",
        ['~'] = "a tilde",
        ['\u00A0'] = "a no-break space",
        ['\u200B'] = "a zero-width space",
        ['\u2013'] = "an en dash",
        ['\u2014'] = "an em dash",
        ['\u2018'] = "a curly quotation mark",
        ['\u2019'] = "a curly apostrophe",
        ['\u201C'] = "a curly quotation mark",
        ['\u201D'] = "a curly quotation mark",
        ['\u2026'] = "an ellipsis",
        ['\u2028'] = "a line separator",
        ['\u2029'] = "a paragraph separator",
        ['\uFEFF'] = "a byte order mark",
    };

    /// <summary>The character at an index, for example <c>a comma</c>, <c>the letter 'x'</c>, <c>the character 'é' (U+00E9)</c>.</summary>
    public static string At(string text, int index)
    {
        var character = text[index];
        if (Names.TryGetValue(character, out var name))
        {
            return name;
        }

        if (character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
        {
            return $"the letter '{character}'";
        }

        if (character is >= '0' and <= '9')
        {
            return $"the digit {character}";
        }

        var isPair = index + 1 < text.Length && char.IsSurrogatePair(character, text[index + 1]);
        if (!isPair && char.IsSurrogate(character))
        {
            return string.Format(CultureInfo.InvariantCulture, "half a surrogate pair (U+{0:X4})", (int)character);
        }

        var code = isPair ? char.ConvertToUtf32(character, text[index + 1]) : character;
        var isVisible = CharUnicodeInfo.GetUnicodeCategory(text, index) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
        return isVisible
            ? string.Format(CultureInfo.InvariantCulture, "the character '{0}' (U+{1:X4})", text.Substring(index, isPair ? 2 : 1), code)
            : string.Format(CultureInfo.InvariantCulture, "the character U+{0:X4}", code);
    }

    /// <summary>The index of half a surrogate pair, which no request can contain; -1 if there is none.</summary>
    public static int IncompleteKeyPairIn(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return i;
                }

                i++;
            }
        }

        return -1;
    }
}
