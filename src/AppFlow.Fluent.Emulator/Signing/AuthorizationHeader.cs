using AppFlow.Fluent.Emulator.Protocol;

namespace AppFlow.Fluent.Emulator.Signing;

/// <summary>The parts of an <c>Authorization</c> header of AWS Signature Version 4.</summary>
/// <param name="AccessKey">The access key of the signer.</param>
/// <param name="Date">The day of the credential scope, <c>yyyyMMdd</c>.</param>
/// <param name="Region">The region of the credential scope.</param>
/// <param name="Service">The service of the credential scope.</param>
/// <param name="Terminator">The end of the credential scope.</param>
/// <param name="SignedHeaders">The signed headers' names, in lower case and sorted.</param>
/// <param name="Signature">The signature, as sent.</param>
internal sealed record AuthorizationHeader(
    string AccessKey, string Date, string Region, string Service, string Terminator, IReadOnlyList<string> SignedHeaders, string Signature)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    private static readonly string[] RequiredParameters = ["Credential", "Signature", "SignedHeaders"];

    public string Scope => $"{Date}/{Region}/{Service}/{Terminator}";

    public static AuthorizationHeader Parse(string header)
    {
        var space = header.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !header.AsSpan(0, space).SequenceEqual(Algorithm))
        {
            throw ServiceException.IncompleteSignature($"Authorization header requires the algorithm '{Algorithm}'.");
        }

        var parameters = ReadParameters(header[(space + 1)..]);
        if (parameters.Keys.FirstOrDefault(name => !RequiredParameters.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw ServiceException.IncompleteSignature($"Authorization header holds '{Excerpt.Of(unknown)}', which is not a valid part.");
        }

        var missing = string.Join(' ', RequiredParameters
            .Where(name => string.IsNullOrEmpty(parameters.GetValueOrDefault(name)))
            .Select(name => $"Authorization header requires '{name}' parameter."));
        if (missing.Length > 0)
        {
            throw ServiceException.IncompleteSignature(missing);
        }

        var credential = parameters["Credential"].Split('/');
        if (credential.Length != 5 || credential.Any(string.IsNullOrEmpty))
        {
            throw ServiceException.IncompleteSignature(
                "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.");
        }

        // The protocol sorts them, so a client may list them in any order.
        var signedHeaders = parameters["SignedHeaders"].ToLowerInvariant().Split(';');
        Array.Sort(signedHeaders, StringComparer.Ordinal);
        if (signedHeaders.Any(string.IsNullOrEmpty) || signedHeaders.Distinct(StringComparer.Ordinal).Count() != signedHeaders.Length)
        {
            throw ServiceException.IncompleteSignature("SignedHeaders must be a list of different header names, delimited by semicolons.");
        }

        return new AuthorizationHeader(
            credential[0], credential[1], credential[2], credential[3], credential[4], signedHeaders, parameters["Signature"]);
    }

    private static Dictionary<string, string> ReadParameters(string text)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !parameters.TryAdd(part[..equals], part[(equals + 1)..]))
            {
                throw ServiceException.IncompleteSignature(
                    "Authorization header must be a comma-delimited list of different key=value pairs (missing or repeated equal-sign).");
            }
        }

        return parameters;
    }
}
