using AppFlow.Fluent.Analyzers.Contexts;
using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>
/// What the rules about single calls on fluent requests have in common: they need no analysis of a body, and nothing of them runs where no class can be a
/// fluent request.
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

    /// <summary>Registers what the rule looks at, for a compilation that may have fluent requests.</summary>
    private protected abstract void RegisterFluent(CompilationStartAnalysisContext context, RequestLibrary library);

    /// <summary>Reports what was found at a node, unless it stands where an assertion expects a throw: what is wrong there is the point of the test.</summary>
    private protected static void Report(OperationAnalysisContext context, SyntaxNode found, Diagnostic diagnostic)
    {
        if (!AssertedThrows.Contain(found))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
