using System.Globalization;
using System.Text.RegularExpressions;
using AppFlow.Fluent.Analyzers.Tests.RawRequests;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Docs;

/// <summary>samples/Diagnostics has the diagnostics that its comments name: each reported line ends with the rule's id.</summary>
public sealed class DiagnosticsSampleTests
{
    private static readonly HashSet<string> Reported = [.. AllRules.Analyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id)];

    [Fact]
    public async Task Each_rule_reports_exactly_where_the_comments_say()
    {
        var expected = Repository.Sources("samples/Diagnostics")
            .SelectMany(path => File.ReadLines(path).Select((line, index) => (Id: Regex.Match(line, @"// (AFF\d{4})$").Groups[1].Value, Line: index + 1, File: Path.GetFileName(path))))
            .Where(comment => comment.Id.Length > 0)
            .ToList();
        Assert.Equal(RulePage.All().Select(page => page.Id).Where(id => !id.StartsWith("AFF0", StringComparison.Ordinal)), expected.Select(comment => comment.Id).Distinct().Order(StringComparer.Ordinal));

        var found = (await Analysis.DiagnosticsAsync(Compile()))
            .Select(diagnostic => diagnostic.Location.GetLineSpan() is var place
                ? (diagnostic.Id, Line: place.StartLinePosition.Line + 1, File: Path.GetFileName(place.Path))
                : default);
        Assert.Equal(expected.Where(comment => Reported.Contains(comment.Id)).Order(), found.Order());
    }

    [Fact]
    public async Task The_editor_reports_the_same_as_the_build_in_each_file()
    {
        var compilation = Compile();
        var rules = Analysis.WithRules(compilation);
        var live = new List<string>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            live.AddRange((await rules.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, default)).Select(diagnostic => diagnostic.ToString()));
            live.AddRange((await rules.GetAnalyzerSyntaxDiagnosticsAsync(tree, default)).Select(diagnostic => diagnostic.ToString()));
        }

        var built = (await Analysis.DiagnosticsAsync(compilation)).Select(diagnostic => diagnostic.ToString());
        Assert.Equal(built.Order(StringComparer.Ordinal), live.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_README_quotes_what_a_build_prints()
    {
        var quoted = Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")), @"^samples/Diagnostics/(\w+\.cs\(\d+,\d+\): )warning (AFF\d{4}: .*)$", RegexOptions.Multiline)
            .Select(line => line.Groups[1].Value + line.Groups[2].Value.TrimEnd())
            .ToList();
        var printed = (await Analysis.DiagnosticsAsync(Compile())).Select(diagnostic => diagnostic.Location.GetLineSpan() is var place
            ? $"{Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"
            : "");

        Assert.Equal(8, quoted.Count);
        Assert.Empty(quoted.Except(printed));
    }

    private static CSharpCompilation Compile()
    {
        var compilation = Analysis.Compilation(
            Repository.Sources("samples/Diagnostics").Select(path => Analysis.Parse(File.ReadAllText(path), path)),
            kind: OutputKind.ConsoleApplication).AddReferences(AwsSdk.V4.Services);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }
}
