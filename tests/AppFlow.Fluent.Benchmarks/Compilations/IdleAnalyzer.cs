using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>
/// The limit of every analyzer that looks at what code does: it asks for calls and bodies and looks at none. What it costs is the
/// compiler's own work of handing them over.
/// </summary>
#pragma warning disable RS1001 // The attribute would make it an extension of the compiler, and it only runs here.
internal sealed class IdleAnalyzer : DiagnosticAnalyzer
#pragma warning restore RS1001
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new("IDLE", "Idle", "Idle", "Benchmarks", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationBlockStartAction(body => body.RegisterOperationAction(_ => { }, OperationKind.Invocation));
    }
}
