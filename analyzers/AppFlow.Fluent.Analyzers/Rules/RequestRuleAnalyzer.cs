using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>What the rules about fluent requests have in common: generated code is silent, and a compilation without requests costs nothing.</summary>
public abstract class RequestRuleAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (FluentModel.For(start.Compilation) is { } model)
            {
                Register(start, model);
            }
        });
    }

    /// <summary>Registers what the rule looks at, for a compilation that has requests.</summary>
    private protected abstract void Register(CompilationStartAnalysisContext context, FluentModel model);
}
