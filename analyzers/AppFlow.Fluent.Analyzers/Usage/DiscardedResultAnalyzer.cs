using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Usage;

/// <summary>AFF4001: the result of <c>With…</c> is discarded.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DiscardedResultAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.DiscardedResult);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (FluentModel.For(start.Compilation) is { } model)
            {
                start.RegisterOperationAction(statement => Analyze(statement, model), OperationKind.ExpressionStatement);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, FluentModel model)
    {
        var statement = (IExpressionStatementOperation)context.Operation;
        var expression = statement.Operation is IConditionalAccessOperation access ? access.WhenNotNull : statement.Operation;
        if (model.CallOf(expression) is { Kind: RequestCallKind.With } call)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.DiscardedResult, call.NameLocation(), call.Method.Name));
        }
    }
}
