using System.Reflection;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The table of exceptions to the rule of the three names. Read once, and only where the SDK is referenced.</summary>
internal static class TokenExceptions
{
    private const string Resource = "AppFlow.Fluent.Analyzers.TokenExceptions.txt";

    private static readonly Lazy<IReadOnlyList<TokenException>> Table = new(Read);
    private static readonly Lazy<Dictionary<(string Service, string Type, string Property), TokenException>> ByProperty =
        new(() => Table.Value.ToDictionary(row => (row.Service, row.Type, row.Property)));

    private static readonly Lazy<Dictionary<(string Service, string Type), string>> NestedTokens =
        new(() => Table.Value.Where(row => row.Sign == TokenExceptionSign.Nested).ToDictionary(row => (row.Service, row.Type), row => row.Property));

    public static IReadOnlyList<TokenException> All => Table.Value;

    /// <summary>The table's entry for a property; null if there is none.</summary>
    public static TokenException? Find(string service, string type, string property) =>
        ByProperty.Value.TryGetValue((service, type, property), out var row) ? row : null;

    /// <summary>The token of a type that is part of requests; null for any other type.</summary>
    public static string? NestedToken(string service, string type) => NestedTokens.Value.TryGetValue((service, type), out var property) ? property : null;

    /// <summary>Parses lines of the table.</summary>
    /// <exception cref="FormatException">A line is malformed.</exception>
    internal static IEnumerable<TokenException> Parse(IEnumerable<string> lines)
    {
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            var head = colon < 0 ? [] : line.Substring(0, colon).Split(' ');
            if (head.Length != 3)
            {
                throw new FormatException($"'{line}' is not a valid line of the token table.");
            }

            var property = head[2].TrimEnd('*');
            foreach (var type in line.Substring(colon + 2).Split(' '))
            {
                yield return new TokenException(SignOf(head[0]), head[1], type[0] == '=' ? type.Substring(1) : type + "Request", property, IsFilled: property.Length < head[2].Length);
            }
        }
    }

    private static TokenExceptionSign SignOf(string sign) => sign switch
    {
        "+" => TokenExceptionSign.OtherName,
        "+n" => TokenExceptionSign.Nested,
        "-" => TokenExceptionSign.None,
        "~" => TokenExceptionSign.NotFilled,
        _ => throw new FormatException($"'{sign}' is not a valid sign of the token table."),
    };

    private static IReadOnlyList<TokenException> Read()
    {
        using var stream = typeof(TokenExceptions).GetTypeInfo().Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        using var reader = new StreamReader(stream);
        return [.. Parse(reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd('\r')))];
    }
}
