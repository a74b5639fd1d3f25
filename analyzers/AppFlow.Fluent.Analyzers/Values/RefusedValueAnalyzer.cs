using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Values;

/// <summary>AFF3001: a constant that the service will refuse.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RefusedValueAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.RefusedValue);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (FluentModel.For(start.Compilation) is { } model)
            {
                start.RegisterOperationAction(operation => Analyze(operation, model), GivenValues.Kinds);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, FluentModel model)
    {
        foreach (var given in GivenValues.In(context.Operation, model))
        {
            foreach (var (value, place) in given.HardCodedValues(context.Compilation, context.CancellationToken))
            {
                // An empty or blank value of a required field is AFF2003's alone.
                if (given.Blankness(value) is null && given.Constraints.Refusal(value) is { } reason)
                {
                    context.ReportDiagnostic(Diagnostic.Create(Descriptors.RefusedValue, place, given.Field, reason));
                }
            }
        }
    }
}
