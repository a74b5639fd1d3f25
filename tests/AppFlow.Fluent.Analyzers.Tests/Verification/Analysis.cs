using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Verification;

/// <summary>Runs all rules over any files as the compiler does. A rule that throws fails the test.</summary>
internal static class Analysis
{
    private static readonly SyntaxTree GlobalUsings = CSharpSyntaxTree.ParseText(Snippets.GlobalUsings.Content, Snippets.ParseOptions, Snippets.GlobalUsings.FileName);

    public static SyntaxTree Parse(string source, string path = "File0.cs") => CSharpSyntaxTree.ParseText(source, Snippets.ParseOptions, path);

    public static CSharpCompilation Compilation(IEnumerable<SyntaxTree> files, bool referencesLibrary = true, OutputKind kind = OutputKind.DynamicallyLinkedLibrary) =>
        CSharpCompilation.Create(
            "Snippets",
            referencesLibrary ? [GlobalUsings, .. files] : files,
            Snippets.References(referencesLibrary),
            Snippets.CompilationOptions.WithOutputKind(kind));

    public static CompilationWithAnalyzers WithRules(
        Compilation compilation, Action<Exception, DiagnosticAnalyzer>? onException = null, ImmutableArray<AdditionalText> additionalFiles = default) => new(
        compilation,
        AllRules.Analyzers(),
        new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(additionalFiles.IsDefault ? [] : additionalFiles),
            (exception, analyzer, _) =>
            {
                if (onException is null)
                {
                    Assert.Fail($"{analyzer.GetType().Name} threw {exception}");
                }

                onException(exception, analyzer);
            },
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: true,
            reportSuppressedDiagnostics: false));

    /// <summary>The diagnostics of the rules. Exceptions of a rule are diagnostics too and fail the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Compilation compilation, params ImmutableArray<AdditionalText> additionalFiles)
    {
        var thrown = new List<string>();
        var found = await WithRules(compilation, (exception, analyzer) =>
        {
            lock (thrown)
            {
                thrown.Add($"{analyzer.GetType().Name} threw {exception}");
            }
        }, additionalFiles).GetAnalyzerDiagnosticsAsync();
        Assert.True(thrown.Count == 0, string.Join(Environment.NewLine, thrown));
        return found;
    }
}
