using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace AppFlow.Fluent.Analyzers.Tests.Verification;

/// <summary>Runs all rules over sources and applies their fixes.</summary>
internal sealed class FixTest : CSharpCodeFixTest<EmptyDiagnosticAnalyzer, EmptyCodeFixProvider, DefaultVerifier>
{
    public FixTest()
    {
        Snippets.Prepare(this, referencesLibrary: true);
        FixedState.Sources.Add(Snippets.GlobalUsings);
        FixedState.MarkupHandling = MarkupMode.Allow;
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => AllRules.Analyzers();

    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => AllRules.Fixes();

    protected override ParseOptions CreateParseOptions() => Snippets.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() => Snippets.CompilationOptions;
}
