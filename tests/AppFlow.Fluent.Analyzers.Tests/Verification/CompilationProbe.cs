using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Tests.Verification;

/// <summary>Runs with the rules and reports nothing, to capture the compilation that analyzers really get.</summary>
#pragma warning disable RS1001 // The attribute would make it an extension of the compiler, and it runs in tests only.
internal sealed class CompilationProbe : DiagnosticAnalyzer
#pragma warning restore RS1001
{
    public Compilation? Seen { get; private set; }

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new("PROBE", "Probe", "Probe", "Tests", DiagnosticSeverity.Info, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSemanticModelAction(file => Seen = file.SemanticModel.Compilation);
    }
}
