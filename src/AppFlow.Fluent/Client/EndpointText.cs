namespace AppFlow.Fluent.Client;

/// <summary>A configured address in a form that can be quoted: without user and password, on one line, and short.</summary>
internal static class EndpointText
{
    private const int Longest = 200;
    private const int LongestScheme = 16;
    private const string Redacted = "***";

    /// <summary>Everything before the last <c>@</c> may be a password, even where a parser would end it earlier.</summary>
    public static string Of(string address)
    {
        var userEnd = address.LastIndexOf('@');
        var shown = userEnd < 0 ? address : $"{Scheme(address[..userEnd])}{Redacted}{address[userEnd..]}";
        shown = shown.Length > Longest ? shown[..Longest] + "…" : shown;
        return string.Concat(shown.Select(symbol => char.IsControl(symbol) ? '\uFFFD' : symbol));
    }

    private static string Scheme(string text)
    {
        var end = text.IndexOf("//", StringComparison.Ordinal);
        return end is >= 0 and <= LongestScheme && text.AsSpan(0, end).TrimEnd(':').IndexOfAnyExceptInRange('A', 'z') < 0 ? text[..(end + 2)] : "";
    }
}
