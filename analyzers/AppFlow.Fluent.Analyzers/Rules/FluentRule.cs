using AppFlow.Fluent.Analyzers.Bodies;
using AppFlow.Fluent.Analyzers.Contexts;
using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>
/// The base of rules about single calls on fluent requests: they need no analysis of a body, only what is in it, and do not run in
/// compilations without fluent requests.
/// </summary>
public abstract class FluentRule : RequestRule
{
    private protected FluentRule(params DiagnosticDescriptor[] descriptors)
        : base(descriptors)
    {
    }

    private protected sealed override void Register(CompilationStartAnalysisContext context, RequestLibrary library)
    {
        if (library.HasFluentRequests)
        {
            var bodies = FlowBodies.Of(context.Compilation, library);
            context.RegisterOperationBlockAction(block =>
                Judge(block, bodies.Looks.At(block.OperationBlocks, block.OwningSymbol, block.CancellationToken), library));
        }
    }

    /// <summary>Judges the calls of a member.</summary>
    private protected abstract void Judge(OperationBlockAnalysisContext context, BodyLook look, RequestLibrary library);

    /// <summary>
    /// Reports a finding at a node, unless it is where an assertion expects an exception, because there the mistake is the point of the
    /// test.
    /// </summary>
    private protected static void Report(OperationBlockAnalysisContext context, SyntaxNode found, Diagnostic diagnostic)
    {
        if (!AssertedThrows.Contain(found))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
