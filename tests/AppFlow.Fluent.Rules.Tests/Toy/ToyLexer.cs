using System.Text.RegularExpressions;

namespace AppFlow.Fluent.Rules.Tests.Toy;

/// <summary>The words and signs of one line, read one after another.</summary>
internal sealed partial class ToyLexer(string text)
{
    private readonly List<string> _tokens = [.. Words().Matches(text).Select(match => match.Value)];
    private int _next;

    /// <summary>The next word or sign; empty at the end of the line.</summary>
    public string Peek => _next < _tokens.Count ? _tokens[_next] : "";

    public bool IsAtEnd => _next >= _tokens.Count;

    public string Take() => IsAtEnd ? throw Wrong("more") : _tokens[_next++];

    public bool TryTake(string token)
    {
        if (Peek != token)
        {
            return false;
        }

        _next++;
        return true;
    }

    public void Expect(string token)
    {
        if (!TryTake(token))
        {
            throw Wrong("'" + token + "'");
        }
    }

    public FormatException Wrong(string expected) => new($"Expected {expected} at '{Peek}' in: {text}");

    [GeneratedRegex("""
        "[^"]*" | \w+ | == | != | <= | >= | \+\+ | \S
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Words();
}
