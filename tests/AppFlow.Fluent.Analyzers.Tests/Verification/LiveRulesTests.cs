using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Verification;

/// <summary>No rule waits for the end of the compilation: the editor, which requests file by file, shows the same as the build.</summary>
public sealed class LiveRulesTests
{
    // It is not about a source file.
    private const string OfOtherFiles = "AFF0001";

    public static TheoryData<string> Rules { get; } =
        new(AllRules.Analyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Where(id => id != OfOtherFiles).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Each_file_reports_its_own_diagnostics(string id)
    {
        var mistakes = Repository.Sources("samples/Diagnostics")
            .Where(path => Path.GetFileName(path) != "Program.cs")
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path)));

        var diagnostics = await LiveDiagnostics.EqualThoseOfTheCompilationAsync(LiveDiagnostics.Compile(mistakes));

        Assert.Contains(diagnostics, diagnostic => diagnostic.Id == id);
    }
}
