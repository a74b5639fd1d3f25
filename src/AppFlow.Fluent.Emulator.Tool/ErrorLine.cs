using System.Globalization;
using System.Text;

namespace AppFlow.Fluent.Emulator.Tool;

/// <summary>A message as one line that is safe for a terminal: arguments and files may hold any characters, and be of any length.</summary>
internal static class ErrorLine
{
    public const int MaxLength = 2_000;

    private const int MaxExcerpt = 300;

    public static string Of(string message) => Cut(Shown(message.ReplaceLineEndings(" ")), MaxLength);

    /// <summary>The start of a value, short enough to leave room for the message about it.</summary>
    public static string Excerpt(string value) => Cut(value, MaxExcerpt);

    /// <summary>The text with what a terminal would not show replaced.</summary>
    public static string Shown(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(IsShown(rune) ? rune.ToString() : "\uFFFD");
        }

        return clean.ToString();
    }

    /// <summary>Whether a character is shown: not if it controls the terminal, changes the text direction or breaks the line.</summary>
    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = length - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
    }
}
