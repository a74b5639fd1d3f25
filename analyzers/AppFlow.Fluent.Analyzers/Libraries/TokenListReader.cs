using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Reads <c>IdempotencyTokens.txt</c>: one documentation id per line, and comments after a <c>#</c>.</summary>
internal static class TokenListReader
{
    /// <summary>The lines that are not empty or comments, well-formed or not.</summary>
    public static IEnumerable<ListedToken> Read(SourceText text)
    {
        foreach (var line in text.Lines)
        {
            var written = line.ToString();
            var content = WithoutComment(written).Trim();
            if (content.Length > 0)
            {
                var start = line.Start + written.IndexOf(content, StringComparison.Ordinal);
                yield return Parse(content, new TextSpan(start, content.Length));
            }
        }
    }

    // #ctor is a name, not a comment.
    private static string WithoutComment(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '#' && (i == 0 || char.IsWhiteSpace(line[i - 1])))
            {
                return line.Substring(0, i);
            }
        }

        return line;
    }

    private static ListedToken Parse(string line, TextSpan span)
    {
        var parenthesis = line.IndexOf(')');
        var end = parenthesis >= 0 ? parenthesis + 1 : line.TakeWhile(letter => !char.IsWhiteSpace(letter)).Count();
        var id = string.Concat(line.Substring(0, end).Where(letter => !char.IsWhiteSpace(letter)));
        var rest = line.Substring(end).Trim();
        var isWellFormed = id.Length > 2 && id.IndexOf('.') > 2 && (id.StartsWith("P:", StringComparison.Ordinal)
            ? rest.Length == 0
            : id.StartsWith("M:", StringComparison.Ordinal) && rest.Length > 0 && !rest.Any(char.IsWhiteSpace));
        return isWellFormed ? new ListedToken(id, rest.Length == 0 ? null : rest, line, span) : new ListedToken(null, null, line, span);
    }
}
