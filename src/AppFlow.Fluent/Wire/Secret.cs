using System.Globalization;

namespace AppFlow.Fluent.Wire;

/// <summary>
/// A secret, and the forms in which an answer may quote it: plain, or with some or all of its characters escaped as in a URL, in HTML or in
/// JSON, in lower and upper case.
/// </summary>
internal static class Secret
{
    /// <summary>
    /// Shorter ones may be ordinary words of messages, as the emulator's secret is. AWS's keys have 40 characters, its tokens hundreds.
    /// </summary>
    public const int Shortest = 16;

    // The longest form of one character is &#x0000002F; or a percent sign that was itself escaped several times.
    private const int LongestEscape = 16;

    private static readonly (string Name, char Symbol)[] Entities = [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("sol", '/'), ("plus", '+'), ("equals", '=')];

    /// <summary>The text with every occurrence replaced.</summary>
    public static string Replace(string text, ReadOnlySpan<char> secret, string replacement)
    {
        // Nearly every text holds no secret, and is shorter than the secret.
        if (secret.Length < Shortest || text.Length < secret.Length || !MayHold(text, secret))
        {
            return text;
        }

        var shown = new System.Text.StringBuilder(text.Length);
        for (var index = 0; index < text.Length;)
        {
            var length = Match(text.AsSpan(index), secret);
            if (length > 0)
            {
                shown.Append(replacement);
                index += length;
            }
            else
            {
                shown.Append(text[index++]);
            }
        }

        return shown.ToString();
    }

    private static bool MayHold(ReadOnlySpan<char> text, ReadOnlySpan<char> secret) =>
        text.IndexOfAny('%', '&', '\\') >= 0 || text.IndexOf(secret, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>How many characters at the start of the text are the secret; 0 if it does not start with it.</summary>
    private static int Match(ReadOnlySpan<char> text, ReadOnlySpan<char> secret)
    {
        var at = 0;
        foreach (var symbol in secret)
        {
            var rest = text[at..];
            if (rest.IsEmpty)
            {
                return 0;
            }

            var escape = Escape(rest, symbol);
            if (escape > 0)
            {
                at += escape;
            }
            else if (AreAlike(rest[0], symbol))
            {
                at++;
            }
            else
            {
                return 0;
            }
        }

        return at;
    }

    private static bool AreAlike(char one, char another) => char.ToUpperInvariant(one) == char.ToUpperInvariant(another);

    /// <summary>The length of the escape of a symbol at the start; 0 if there is none.</summary>
    private static int Escape(ReadOnlySpan<char> text, char symbol)
    {
        if (text[0] == '%')
        {
            return Percent(text, symbol);
        }

        var (escaped, length) = text[0] switch
        {
            '&' => Entity(text),
            '\\' => Backslash(text),
            _ => default,
        };
        return length > 0 && AreAlike(escaped, symbol) ? length : 0;
    }

    private static int Percent(ReadOnlySpan<char> text, char symbol)
    {
        for (var start = 1; Hexadecimal(text, start, 2) is { } escaped; start += 2)
        {
            if (AreAlike(escaped, symbol))
            {
                return start + 2;
            }

            // An escape that was escaped again: %252F.
            if (escaped != '%')
            {
                return 0;
            }
        }

        return 0;
    }

    private static (char Symbol, int Length) Entity(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, LongestEscape)].IndexOf(';');
        if (end < 2)
        {
            return default;
        }

        var name = text[1..end];
        if (name[0] == '#')
        {
            var isHexadecimal = name.Length > 1 && name[1] is 'x' or 'X';
            return int.TryParse(
                name[(isHexadecimal ? 2 : 1)..],
                isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var code) && code is > 0 and <= char.MaxValue
                ? ((char)code, end + 1)
                : default;
        }

        foreach (var (known, symbol) in Entities)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return (symbol, end + 1);
            }
        }

        return default;
    }

    private static (char Symbol, int Length) Backslash(ReadOnlySpan<char> text)
    {
        if (text.Length < 2)
        {
            return default;
        }

        return text[1] is 'u' or 'U'
            ? Hexadecimal(text, 2, 4) is { } symbol ? (symbol, 6) : default
            : text[1] is '/' or '"' or '\\' ? (text[1], 2) : default;
    }

    private static char? Hexadecimal(ReadOnlySpan<char> text, int start, int digits) =>
        text.Length >= start + digits
        && int.TryParse(text.Slice(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : null;
}
