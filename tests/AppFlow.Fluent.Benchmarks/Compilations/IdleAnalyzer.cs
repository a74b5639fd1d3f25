using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>
/// The baseline of every analyzer of code: it registers for calls and bodies but ignores them. Its cost is the compiler's own work to
/// supply them.
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
