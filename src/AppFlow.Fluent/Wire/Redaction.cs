using System.Text.Json;
using Amazon.Runtime;

namespace AppFlow.Fluent.Wire;

/// <summary>
/// Redacts received text: removes the caller's secrets and control characters, and limits the length. A service that refuses a signature
/// may quote the canonical request, which includes the session token; one that cannot parse the signature may quote the signature; and
/// parsers quote malformed HTTP or JSON in their errors.
/// </summary>
/// <param name="credentials">The credentials that signed.</param>
/// <param name="authorization">The <c>Authorization</c> header of the request.</param>
internal readonly struct Redaction(ImmutableCredentials credentials, string authorization)
{
    /// <summary>The maximum length of a shown text; a canonical request fits.</summary>
    public const int LongestText = 4096;

    /// <summary>The maximum length of a shown id, code or media type.</summary>
    public const int LongestName = 256;

    // It is at the end of the header, as hexadecimal digits.
    private const int SignatureLength = 64;

    private const string Redacted = "***";
    private const string Cut = "…";
    private const char NotPrintable = '\uFFFD';

    /// <summary>Redacts a text of any number of lines.</summary>
    public string? Text(string? text) => Fit(text, LongestText, static symbol => symbol is '\n' or '\r' or '\t');

    /// <summary>Redacts a short text of one line.</summary>
    public string? Name(string? text) => Fit(text, LongestName, static _ => false);

    /// <summary>The exception itself if it holds no secrets, otherwise a redacted one with the same meaning.</summary>
    public Exception Of(Exception fault)
    {
        // The client itself wrote its message.
        if (fault is FollowedRedirectException)
        {
            return fault;
        }

        var inner = fault.InnerException is { } cause ? Of(cause) : null;
        var message = Text(fault.Message);
        if (message == fault.Message && inner == fault.InnerException)
        {
            return fault;
        }

        return fault is JsonException
            ? new JsonException(message, inner)
            : new HttpRequestException((fault as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown, message, inner);
    }

    private string? Fit(string? text, int longest, Func<char, bool> isKept)
    {
        if (text is null)
        {
            return null;
        }

        text = Secret.Replace(text, authorization.AsSpan(authorization.Length - SignatureLength), Redacted);
        if (credentials.UseToken)
        {
            text = Secret.Replace(text, credentials.Token, Redacted);
        }

        text = Secret.Replace(text, credentials.SecretKey, Redacted);
        if (text.Length > longest)
        {
            text = string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest), Cut);
        }

        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        foreach (var symbol in text)
        {
            if (char.IsControl(symbol) && !isKept(symbol))
            {
                return Printable(text, isKept);
            }
        }

        return text;
    }

    private static string Printable(string text, Func<char, bool> isKept) =>
        string.Concat(text.Select(symbol => char.IsControl(symbol) && !isKept(symbol) ? NotPrintable : symbol));
}
