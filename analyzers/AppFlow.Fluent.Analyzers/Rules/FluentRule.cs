using AppFlow.Fluent.Analyzers.Contexts;
using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>
/// The base of rules about single calls on fluent requests: they need no analysis of a body, and do not run in compilations without fluent
/// requests.
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
            RegisterFluent(context, library);
        }
    }

    /// <summary>Registers the rule's actions for a compilation that may have fluent requests.</summary>
    private protected abstract void RegisterFluent(CompilationStartAnalysisContext context, RequestLibrary library);

    /// <summary>
    /// Reports a finding at a node, unless it is where an assertion expects an exception, because there the mistake is the point of the
    /// test.
    /// </summary>
    private protected static void Report(OperationAnalysisContext context, SyntaxNode found, Diagnostic diagnostic)
    {
        if (!AssertedThrows.Contain(found))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
