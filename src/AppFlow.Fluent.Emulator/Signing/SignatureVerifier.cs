using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AppFlow.Fluent.Emulator.Protocol;

namespace AppFlow.Fluent.Emulator.Signing;

/// <summary>
/// Decides whether a request was signed with the emulator's credentials, for its region, within the time window. The checks have the
/// service's order: presence, form, access key, scope and time, and the signature itself.
/// </summary>
internal sealed class SignatureVerifier(AppFlowEmulatorOptions options)
{
    private const string Service = "appflow";
    private const string Terminator = "aws4_request";
    private const string BasicIsoFormat = "yyyyMMdd'T'HHmmss'Z'";
    private const string UnsignedPayload = "UNSIGNED-PAYLOAD";

    // In both directions, inclusive.
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    // A date on the wire has whole seconds, so the last second counts to its end.
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Returns the region that the request was signed for, and when the signature expires.</summary>
    /// <exception cref="ServiceException">The signature is missing or invalid.</exception>
    public VerifiedSignature Verify(ReceivedRequest request)
    {
        var authorization = AuthorizationHeader.Parse(ReadAuthorization(request));
        var (dateHeader, date) = ReadDate(request);

        VerifyIdentity(request, authorization);
        VerifyScope(authorization, date);
        VerifyWindow(date);
        VerifySignedHeaders(request, authorization, dateHeader);
        VerifySignature(request, authorization, date);
        return new VerifiedSignature(options.IsAnyRegion ? authorization.Region : options.Region, date + Window + Second);
    }

    private static string ReadAuthorization(ReceivedRequest request) => request.HeaderValues("authorization") switch
    {
        { Count: 0 } => throw ServiceException.MissingAuthenticationToken(),
        { Count: 1 } single => single.ToString(),
        _ => throw ServiceException.IncompleteSignature("Authorization header must be given once, and is repeated."),
    };

    private static (string HeaderName, DateTimeOffset Date) ReadDate(ReceivedRequest request)
    {
        if (request.Header("x-amz-date") is { } amzDate)
        {
            return ("x-amz-date", ParseDate(amzDate, BasicIsoFormat));
        }

        return request.Header("date") is not { } httpDate
            ? throw ServiceException.IncompleteSignature("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.")
            : ("date", ParseDate(httpDate, BasicIsoFormat, "r"));
    }

    private static DateTimeOffset ParseDate(string text, params string[] formats) =>
        DateTimeOffset.TryParseExact(
            text.Trim(), formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : throw ServiceException.IncompleteSignature($"Date must be in ISO-8601 'basic format'. Got '{Excerpt.Of(text)}'.");

    private void VerifyIdentity(ReceivedRequest request, AuthorizationHeader authorization)
    {
        if (!FixedTimeEquals(authorization.AccessKey, options.AccessKey))
        {
            throw ServiceException.UnrecognizedClient();
        }

        if (options.SessionToken is { } expected && !FixedTimeEquals(request.Header("x-amz-security-token") ?? "", expected))
        {
            throw ServiceException.UnrecognizedClient();
        }
    }

    private void VerifyScope(AuthorizationHeader authorization, DateTimeOffset date)
    {
        if (options.IsAnyRegion ? !AppFlowEmulatorOptions.IsRegionName(authorization.Region) : authorization.Region != options.Region)
        {
            throw ServiceException.InvalidSignature(
                $"Credential should be scoped to a valid region, not '{Excerpt.Of(authorization.Region)}': "
                + (options.IsAnyRegion ? "a region's name is like 'us-east-1'." : $"the emulator's region is '{options.Region}'."));
        }

        if (authorization.Service != Service)
        {
            throw ServiceException.InvalidSignature($"Credential should be scoped to correct service: '{Service}'.");
        }

        if (authorization.Terminator != Terminator)
        {
            throw ServiceException.InvalidSignature($"Credential should be scoped with a valid terminator: '{Terminator}'.");
        }

        var day = date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        if (authorization.Date != day)
        {
            throw ServiceException.InvalidSignature(
                $"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{Excerpt.Of(authorization.Date)}' != '{day}'.");
        }
    }

    private void VerifyWindow(DateTimeOffset date)
    {
        // A date on the wire has whole seconds, so the clock is read in whole seconds too: exactly fifteen minutes are still in time.
        var now = DateTimeOffset.FromUnixTimeSeconds(options.TimeProvider.GetUtcNow().ToUnixTimeSeconds());
        if (now - date > Window)
        {
            throw ServiceException.InvalidSignature(
                $"Signature expired: {Format(date)} is now earlier than {Format(now - Window)} ({Format(now)} - 15 min.)");
        }

        if (date - now > Window)
        {
            throw ServiceException.InvalidSignature(
                $"Signature not yet current: {Format(date)} is still later than {Format(now + Window)} ({Format(now)} + 15 min.)");
        }
    }

    private static void VerifySignedHeaders(ReceivedRequest request, AuthorizationHeader authorization, string dateHeader)
    {
        foreach (var required in new[] { "host", dateHeader })
        {
            if (!authorization.SignedHeaders.Contains(required, StringComparer.Ordinal))
            {
                throw ServiceException.InvalidSignature($"'{required}' must be a 'SignedHeader' in the AWS Authorization.");
            }
        }

        if (authorization.SignedHeaders.FirstOrDefault(name => !request.HasHeader(name)) is { } absent)
        {
            throw ServiceException.InvalidSignature($"The signed header '{Excerpt.Of(absent)}' is not part of the request.");
        }
    }

    private void VerifySignature(ReceivedRequest request, AuthorizationHeader authorization, DateTimeOffset date)
    {
        var canonicalRequest = CanonicalRequest.Create(request, authorization.SignedHeaders, PayloadHash(request));
        var stringToSign = string.Join(
            '\n', AuthorizationHeader.Algorithm, Format(date), authorization.Scope, Hash(Encoding.UTF8.GetBytes(canonicalRequest)));
        if (!FixedTimeEquals(authorization.Signature, Sign(authorization, stringToSign)))
        {
            throw ServiceException.InvalidSignature(
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing "
                + "method. Consult the service documentation for details.\n\n"
                + $"The Canonical String for this request should have been\n'{canonicalRequest}'\n\n"
                + $"The String-to-Sign should have been\n'{stringToSign}'\n");
        }
    }

    private static string PayloadHash(ReceivedRequest request)
    {
        var actual = Hash(request.Body.Span);
        return request.Header("x-amz-content-sha256") switch
        {
            null => actual,
            UnsignedPayload => UnsignedPayload,
            var declared when declared.Equals(actual, StringComparison.Ordinal) => actual,
            _ => throw ServiceException.InvalidSignature("The provided 'x-amz-content-sha256' header does not match what was computed."),
        };
    }

    private string Sign(AuthorizationHeader authorization, string stringToSign)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + options.SecretKey);
        foreach (var part in new[] { authorization.Date, authorization.Region, authorization.Service, authorization.Terminator, stringToSign })
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return Convert.ToHexStringLower(key);
    }

    private static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static string Format(DateTimeOffset date) => date.ToString(BasicIsoFormat, CultureInfo.InvariantCulture);

    private static bool FixedTimeEquals(string actual, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(actual), Encoding.UTF8.GetBytes(expected));
}
