using System.Text.Json;
using Amazon.Runtime;

namespace AppFlow.Fluent.Wire;

/// <summary>
/// Makes what came over the wire fit to be shown: without the caller's secrets, without control characters, and no longer than a person
/// reads. A service that refuses a signature may quote the canonical request back, and the session token is part of it; one that cannot
/// read the signature may quote that; and what is no HTTP or no JSON is quoted by whoever could not read it.
/// </summary>
/// <param name="credentials">Who signed.</param>
/// <param name="authorization">The header that the request was sent with.</param>
internal readonly struct Redaction(ImmutableCredentials credentials, string authorization)
{
    /// <summary>The longest text that is shown; a canonical request fits.</summary>
    public const int LongestText = 4096;

    /// <summary>The longest id, code or media type that is shown.</summary>
    public const int LongestName = 256;

    // It stands at the end of the header, as hexadecimal digits.
    private const int SignatureLength = 64;

    private const string Redacted = "***";
    private const string Cut = "…";
    private const char NotPrintable = '\uFFFD';

    /// <summary>A text of any lines.</summary>
    public string? Text(string? text) => Fit(text, LongestText, static symbol => symbol is '\n' or '\r' or '\t');

    /// <summary>A short text of one line.</summary>
    public string? Name(string? text) => Fit(text, LongestName, static _ => false);

    /// <summary>The exception itself where it is fit to be shown, otherwise one of the same meaning that is.</summary>
    public Exception Of(Exception fault)
    {
        // Its message is of the client's own making.
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
