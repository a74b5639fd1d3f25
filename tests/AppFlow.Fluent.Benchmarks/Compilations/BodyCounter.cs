using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>Counts the bodies that a compiler hands to an analyzer, outside generated code.</summary>
#pragma warning disable RS1001 // The attribute would make it an extension of the compiler, and it only runs here.
internal sealed class BodyCounter : DiagnosticAnalyzer
#pragma warning restore RS1001
{
    private int _bodies;

    public int Bodies => _bodies;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new("BODIES", "Bodies", "Bodies", "Benchmarks", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationBlockAction(_ => Interlocked.Increment(ref _bodies));
    }
}
