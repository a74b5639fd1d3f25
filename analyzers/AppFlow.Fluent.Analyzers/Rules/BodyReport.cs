using AppFlow.Fluent.Analyzers.Bodies;
using AppFlow.Fluent.Analyzers.Contexts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>One body that a rule analyses, and the sink for its findings.</summary>
internal sealed class BodyReport(FlowBody body, OperationBlockAnalysisContext context)
{
    public FlowBody Body { get; } = body;

    public SemanticModel Semantics { get; } = context.OperationBlocks[0].SemanticModel!;

    public Compilation Compilation => context.Compilation;

    public CancellationToken CancellationToken => context.CancellationToken;

    /// <summary>
    /// Reports a finding, unless it is where an assertion expects an exception, because there the mistake is the point of the test.
    /// </summary>
    public void Report(Diagnostic diagnostic)
    {
        var node = diagnostic.Location.SourceTree?.GetRoot(CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (node is null || !AssertedThrows.Contain(node))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
