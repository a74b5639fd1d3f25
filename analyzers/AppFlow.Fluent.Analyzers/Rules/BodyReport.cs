using AppFlow.Fluent.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>One body that a rule looks at, and where it reports what it finds.</summary>
internal sealed class BodyReport(FlowBody body, OperationBlockAnalysisContext context)
{
    public FlowBody Body { get; } = body;

    public SemanticModel Semantics { get; } = context.OperationBlocks[0].SemanticModel!;

    public Compilation Compilation => context.Compilation;

    public CancellationToken CancellationToken => context.CancellationToken;

    public void Report(Diagnostic diagnostic) => context.ReportDiagnostic(diagnostic);
}
