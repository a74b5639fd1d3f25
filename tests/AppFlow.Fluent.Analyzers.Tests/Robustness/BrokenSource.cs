using Microsoft.CodeAnalysis.CSharp;

namespace AppFlow.Fluent.Analyzers.Tests.Robustness;

/// <summary>Source as it is during typing, cutting and pasting.</summary>
internal static class BrokenSource
{
    /// <summary>
    /// The source with one to four edits: a part is deleted, duplicated, moved or replaced by one of another source, or the end is cut off.
    /// </summary>
    public static string Of(string source, IReadOnlyList<string> others, Random random)
    {
        for (var edits = random.Next(1, 5); edits > 0 && source.Length > 1; edits--)
        {
            var (start, end) = Part(source, random);
            var part = source[start..end];
            source = random.Next(6) switch
            {
                0 or 1 => source.Remove(start, end - start),
                2 => source.Insert(start, part),
                3 => source.Remove(start, end - start).Insert(random.Next(source.Length - part.Length + 1), part),
                4 => source[..start] + PartOf(others[random.Next(others.Count)], random) + source[end..],
                _ => source[..start],
            };
        }

        return source;
    }

    private static string PartOf(string source, Random random)
    {
        var (start, end) = Part(source, random);
        return source[start..end];
    }

    // Edits of whole tokens change the meaning; edits of characters break the tokens themselves.
    private static (int Start, int End) Part(string source, Random random)
    {
        if (random.Next(3) == 0)
        {
            var start = random.Next(source.Length);
            return (start, Math.Min(source.Length, start + random.Next(1, 20)));
        }

        var tokens = SyntaxFactory.ParseTokens(source).ToList();
        var first = random.Next(tokens.Count);
        var last = Math.Min(tokens.Count - 1, first + random.Next(1, 12));
        return (Math.Min(source.Length, tokens[first].SpanStart), Math.Min(source.Length, tokens[last].Span.End));
    }
}
