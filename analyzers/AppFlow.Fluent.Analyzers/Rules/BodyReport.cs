using AppFlow.Fluent.Analyzers.Bodies;
using AppFlow.Fluent.Analyzers.Contexts;
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

    /// <summary>Reports what was found, unless it stands where an assertion expects a throw: what is wrong there is the point of the test.</summary>
    public void Report(Diagnostic diagnostic)
    {
        var node = diagnostic.Location.SourceTree?.GetRoot(CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (node is null || !AssertedThrows.Contain(node))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
