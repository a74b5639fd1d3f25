using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Requests;
using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.RequiredFields;

/// <summary>AFF2003: null, empty or blank for a required field.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlankValueAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.BlankRequiredValue);

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
                if (given.Blankness(value) is { } blankness)
                {
                    context.ReportDiagnostic(Diagnostic.Create(Descriptors.BlankRequiredValue, place, given.Field, blankness));
                }
            }
        }
    }
}
