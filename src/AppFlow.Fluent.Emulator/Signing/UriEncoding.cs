using System.Text;

namespace AppFlow.Fluent.Emulator.Signing;

/// <summary>The percent-encoding of AWS Signature Version 4.</summary>
internal static class UriEncoding
{
    /// <summary>
    /// The canonical form of a path from the request line. It is encoded a second time, because the service is not S3: a percent sign
    /// becomes <c>%25</c>.
    /// </summary>
    public static string CanonicalPath(string rawPath) =>
        rawPath.Length == 0 ? "/" : Encode(Encoding.UTF8.GetBytes(rawPath), keepSlash: true);

    /// <summary>The canonical form of a query from the request line, without its question mark.</summary>
    public static string CanonicalQuery(string rawQuery)
    {
        var parameters = rawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(parameter => parameter.Split('=', 2))
            .Select(pair => (Name: Reencode(pair[0]), Value: pair.Length == 2 ? Reencode(pair[1]) : ""))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Value, StringComparer.Ordinal);
        return string.Join('&', parameters.Select(pair => $"{pair.Name}={pair.Value}"));
    }

    private static string Reencode(string raw)
    {
        var bytes = Encoding.UTF8.GetBytes(raw);
        var decoded = new List<byte>(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]))
            {
                decoded.Add(Convert.FromHexString(bytes.AsSpan(i + 1, 2).ToArray().Select(b => (char)b).ToArray())[0]);
                i += 2;
            }
            else
            {
                decoded.Add(bytes[i]);
            }
        }

        return Encode(decoded, keepSlash: false);
    }

    private static string Encode(IEnumerable<byte> bytes, bool keepSlash)
    {
        var encoded = new StringBuilder();
        foreach (var value in bytes)
        {
            var c = (char)value;
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' || (keepSlash && c == '/'))
            {
                encoded.Append(c);
            }
            else
            {
                encoded.Append('%').Append(value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return encoded.ToString();
    }
}
