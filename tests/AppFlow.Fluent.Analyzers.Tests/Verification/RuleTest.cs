using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace AppFlow.Fluent.Analyzers.Tests.Verification;

/// <summary>Runs all rules over sources.</summary>
internal sealed class RuleTest : CSharpAnalyzerTest<EmptyDiagnosticAnalyzer, DefaultVerifier>
{
    public RuleTest(bool referencesLibrary = true) => Snippets.Prepare(this, referencesLibrary);

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => AllRules.Analyzers();

    protected override ParseOptions CreateParseOptions() => Snippets.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() => Snippets.CompilationOptions;
}
