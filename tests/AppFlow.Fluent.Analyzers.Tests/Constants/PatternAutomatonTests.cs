using System.Text;
using System.Text.RegularExpressions;
using AppFlow.Fluent.Rules.Constants;
using CsCheck;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Constants;

public sealed class PatternAutomatonTests
{
    private static readonly string[] Patterns =
    [
        "[a-c]+", "a?b*c{2}", "(?:ab|c)+", "a{1,3}b", "^[ab]{2,}$", "(a|b)(?=c)c", "\\w[-.]+", "[^ab]*", "(?<x>a)+b?", "a.c", "[\\]a-]+", "(a*)*b",
        "", "a|", "[ab]{0}c", "(?>ab)c", "\\x61\\u0062", "a{,2}", "[a-c-[b]]+", "\\.\\-c", "(?!b)[ab]c",
    ];

    private static readonly Gen<string> Texts = Gen.OneOfConst('a', 'b', 'c', '-', '.', ' ', ']', '{').Array[0, 6].Select(characters => new string(characters));

    // RegularExpressionAttribute: the first match is the whole text.
    private static bool Matches(string pattern, string text) =>
        Regex.Match(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(5)) is { Success: true, Index: 0 } match && match.Length == text.Length;

    [Fact]
    public void A_matching_text_is_never_refused() => Gen.OneOfConst(Patterns).Select(Texts).Sample((pattern, text) =>
        !Matches(pattern, text) || PatternAutomaton.Of(pattern)!.DeadEnd(new ConstantText([text])) is null);

    [Fact]
    public void A_refused_text_matches_with_no_content_of_its_holes() => Gen.OneOfConst(Patterns).Select(Texts, Texts, Texts).Sample((pattern, first, last, filling) =>
        PatternAutomaton.Of(pattern)!.DeadEnd(new ConstantText([first, null, last])) is null || !Matches(pattern, first + filling + last));

    [Theory]
    [InlineData("[0-9A-Za-z][0-9A-Z_a-z!@#.\\-]+", 0, 0, "-", null)]
    [InlineData("[0-9A-Za-z][0-9A-Z_a-z!@#.\\-]+", 1, 2, null, "ab c")]
    [InlineData("[a-z]{3}", 1, 3, null, "abcd")]
    [InlineData("(?:ab)+", 2, 0, null, "a")]
    [InlineData("a+", 0, 1, "ab", null, "a")]
    public void The_first_dead_end_is_reported(string pattern, int piece, int index, params string?[] pieces)
    {
        var deadEnd = PatternAutomaton.Of(pattern)!.DeadEnd(new ConstantText(pieces));
        Assert.Equal((piece, index), (deadEnd!.Value.Piece, deadEnd.Value.Index));
    }

    [Theory]
    [InlineData("(a)\\1")]
    [InlineData("(?i)abc")]
    [InlineData("(?i:abc)")]
    [InlineData("(?(a)b|c)")]
    [InlineData("(?#note)a")]
    [InlineData("\\k<x>")]
    [InlineData("a**")]
    [InlineData("(a")]
    [InlineData("a)")]
    [InlineData("[a")]
    [InlineData("a\\")]
    [InlineData("(a{900}){900}")]
    public void Unsupported_patterns_have_no_automaton(string pattern) => Assert.Null(PatternAutomaton.Of(pattern));

    [Fact]
    public void Deeply_nested_groups_are_parsed()
    {
        var deep = new StringBuilder().Insert(0, "(", 5000).Append('a').Append(')', 5000).ToString();
        Assert.Null(PatternAutomaton.Of(deep));
    }

    [Fact]
    public void Pieces_are_merged()
    {
        var text = new ConstantText(["a", "", "b", null, "", null, "c"]);
        Assert.Equal(["ab", null, "c"], text.Pieces);
        Assert.Equal(3, text.MinLength);
        Assert.Null(text.Whole);
        Assert.Equal("ab", new ConstantText(["a", "b"]).Whole);
        Assert.Equal("", new ConstantText([]).Whole);
        Assert.True(new ConstantText([null, null]).IsUnknown);
    }
}
