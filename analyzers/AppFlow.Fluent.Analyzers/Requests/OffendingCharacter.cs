using System.Globalization;
using System.Text.RegularExpressions;

namespace AppFlow.Fluent.Analyzers.Requests;

/// <summary>Tells which character of a text its pattern refuses, where that can be told.</summary>
internal static class OffendingCharacter
{
    // Only the wording hangs on these attempts. The time-out is for patterns that never end, and far above what a busy machine takes
    // for one that does: the same code must give the same message everywhere.
    private const int MostPositions = 128;
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(1);

    // A letter and a digit stand for all that a pattern may want at a place; a separator would shift what the places are.
    private static readonly char[] Replacements = ['a', '0'];

    /// <summary>
    /// The first character with another one in whose place the pattern accepts the text beyond it, for example
    /// <c>',' (U+002C) at index 4</c>; null when there is none, as in a text of quite another form.
    /// </summary>
    public static string? In(string text, string pattern)
    {
        try
        {
            var regex = new Regex(pattern, RegexOptions.None, AttemptTimeout);
            var accepted = Accepted(regex, text);
            var end = Math.Min(text.Length, accepted + MostPositions);
            for (var i = accepted; i < end; i++)
            {
                if (Replacements.Any(replacement => replacement != text[i] && Accepted(regex, With(text, i, replacement)) > i))
                {
                    return Written(text, i);
                }
            }
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            // The pattern itself is told instead.
        }

        return null;
    }

    private static int Accepted(Regex regex, string text) => regex.Match(text) is { Success: true, Index: 0 } match ? match.Length : 0;

    private static string With(string text, int index, char replacement) =>
        text.Substring(0, index) + replacement + text.Substring(index + (IsPair(text, index) ? 2 : 1));

    private static bool IsPair(string text, int index) => index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);

    // Look-alikes and what cannot be seen are told by their code.
    private static string Written(string text, int index)
    {
        var isPair = IsPair(text, index);
        var code = isPair ? char.ConvertToUtf32(text[index], text[index + 1]) : text[index];
        var isVisible = CharUnicodeInfo.GetUnicodeCategory(text, index) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator or UnicodeCategory.Surrogate);
        var shown = isVisible ? $"'{text.Substring(index, isPair ? 2 : 1)}' " : "";
        return string.Format(CultureInfo.InvariantCulture, isVisible ? "{0}(U+{1:X4}) at index {2}" : "{0}U+{1:X4} at index {2}", shown, code, index);
    }
}
