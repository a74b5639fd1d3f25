using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Usage;

/// <summary>AFF4001: the result of <c>With…</c> is discarded.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DiscardedResultAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.DiscardedResult);

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

        // A lambda without braces is made a statement by the delegate that it is given for, often one that only wants to see it throw.
        if (statement.Syntax.Parent is AnonymousFunctionExpressionSyntax)
        {
            return;
        }

        if (ConditionalCalls.Last(statement.Operation) is IInvocationOperation { TargetMethod: var method } call && MakesRequestOfRequest(call, model))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.DiscardedResult, CallSyntax.NameNode(call.Syntax).GetLocation(), method.Name));
        }
    }

    // On the request, as an extension of it, or a plain method that takes it and may make a request of another kind.
    private static bool MakesRequestOfRequest(IInvocationOperation call, FluentModel model) =>
        RequestType.IsWith(call.TargetMethod)
        && model.RequestOf(call.TargetMethod.ReturnType) is not null
        && (model.RequestOf(call.Instance?.Type) is not null || call.Arguments.Any(argument => model.RequestOf(argument.Parameter?.Type) is not null));
}
