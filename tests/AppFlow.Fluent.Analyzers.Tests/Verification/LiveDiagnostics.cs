using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Verification;

/// <summary>Simulates an IDE during edits: it requests one file's diagnostics at a time, and never ends the compilation.</summary>
internal static class LiveDiagnostics
{
    public static CSharpCompilation Compile(IEnumerable<(string FileName, string Content)> files) => CSharpCompilation.Create(
        "Project",
        files.Prepend(Snippets.GlobalUsings).Select(file => CSharpSyntaxTree.ParseText(file.Content, Snippets.ParseOptions, file.FileName)),
        Snippets.References(referencesLibrary: true),
        Snippets.CompilationOptions);

    /// <summary>Checks, for all rules, that the files one by one have the diagnostics that the whole compilation has, and returns them.</summary>
    public static Task<ImmutableArray<Diagnostic>> EqualThoseOfTheCompilationAsync(params string[] files) =>
        EqualThoseOfTheCompilationAsync(Compile(files.Select((content, i) => ($"File{i}.cs", content))));

    public static async Task<ImmutableArray<Diagnostic>> EqualThoseOfTheCompilationAsync(Compilation compilation)
    {
        var whole = await With(compilation, AllRules.Analyzers()).GetAnalyzerDiagnosticsAsync();

        // One set of analyzers for all files, and a new one for each file, because earlier requests must not matter.
        var together = With(compilation, AllRules.Analyzers());
        var byFile = new List<Diagnostic>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var live = await OfFileAsync(together, tree);
            Assert.Equal(Show(live), Show(await OfFileAsync(With(compilation, AllRules.Analyzers()), tree)));
            Assert.All(live, diagnostic => Assert.Same(tree, diagnostic.Location.SourceTree));
            byFile.AddRange(live);
        }

        Assert.Equal(Show(whole), Show(byFile));
        return whole;
    }

    /// <summary>One file's diagnostics, as the IDE requests them; none may be a syntax-only diagnostic.</summary>
    public static async Task<ImmutableArray<Diagnostic>> OfFileAsync(CompilationWithAnalyzers analysis, SyntaxTree tree)
    {
        Assert.Empty(await analysis.GetAnalyzerSyntaxDiagnosticsAsync(tree, CancellationToken.None));
        return await analysis.GetAnalyzerSemanticDiagnosticsAsync(analysis.Compilation.GetSemanticModel(tree), null, CancellationToken.None);
    }

    public static CompilationWithAnalyzers With(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) => new(
        compilation,
        analyzers,
        new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false));

    private static IEnumerable<string> Show(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Select(diagnostic => $"{diagnostic} {string.Join(" ", diagnostic.AdditionalLocations)}")
        .Order(StringComparer.Ordinal);
}
