using System.Text.RegularExpressions;
using AppFlow.Fluent.Analyzers.Tests.Docs;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AppFlow.Fluent.Analyzers.Tests.Robustness;

/// <summary>The sources to break in a thousand ways: the snippets of these tests, the pages' code, and the samples.</summary>
internal static class CorpusOfSources
{
    private const int LeastLength = 40;

    public static IReadOnlyList<string> Snippets { get; } = [.. Pages().Concat(Samples()).Concat(SnippetsOfTests())];

    /// <summary>The product's own sources, including those of the analyzers.</summary>
    public static IReadOnlyList<string> OwnSources { get; } = [.. Repository.Sources("src").Concat(Repository.Sources("analyzers")).Select(File.ReadAllText)];

    private static IEnumerable<string> Pages() =>
        RulePage.All().SelectMany(page => page.Headings.SelectMany(page.Code)).Select(code => code.Source);

    private static IEnumerable<string> Samples() => Repository.Sources("samples").Select(File.ReadAllText);

    // The texts in the tests' own files that contain requests.
    private static IEnumerable<string> SnippetsOfTests() => Repository.Sources("tests/AppFlow.Fluent.Analyzers.Tests")
        .SelectMany(path => Analysis.Parse(File.ReadAllText(path)).GetRoot().DescendantTokens())
        .Where(token => token.IsKind(SyntaxKind.StringLiteralToken)
            || token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken)
            || token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken)
            || token.IsKind(SyntaxKind.InterpolatedStringTextToken))
        .Select(token => WithoutMarks(token.ValueText))
        .Where(text => text.Length >= LeastLength && (text.Contains("With", StringComparison.Ordinal) || text.Contains("Send", StringComparison.Ordinal)))
        .Select(text => text.Contains("class ", StringComparison.Ordinal) ? text : Verify.InMethod(text));

    // {|AFF4001:WithDescription|} is a mark of the test framework.
    private static string WithoutMarks(string text) => Regex.Replace(text, @"\{\|[#\w]+:(.*?)\|\}", "$1", RegexOptions.Singleline);
}
