using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>The base of all rules about requests: generated code is skipped, and a compilation without requests costs nothing.</summary>
public abstract class RequestRule : DiagnosticAnalyzer
{
    private protected RequestRule(params DiagnosticDescriptor[] descriptors) => SupportedDiagnostics = ImmutableArray.Create(descriptors);

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (RequestLibrary.For(start.Compilation, start.Options) is { } library)
            {
                Register(start, library);
            }
        });
    }

    /// <summary>Registers the rule's actions for a compilation that may have requests.</summary>
    private protected abstract void Register(CompilationStartAnalysisContext context, RequestLibrary library);
}
