using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>AFF1002: one token value is sent with different requests.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedTokenAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.SharedToken);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (FluentModel.For(start.Compilation) is { } model)
            {
                start.RegisterOperationBlockStartAction(block => new BodyTokens(model).Register(block));
            }
        });
    }

    /// <summary>Looks closer only at bodies in which something takes a token.</summary>
    private sealed class BodyTokens(FluentModel model)
    {
        private volatile bool _hasToken;

        public void Register(OperationBlockStartAnalysisContext context)
        {
            context.RegisterOperationAction(argument => _hasToken |= model.TakesToken(argument.Operation), TokenTargets.Kinds);
            context.RegisterOperationBlockEndAction(Finish);
        }

        private void Finish(OperationBlockAnalysisContext context)
        {
            if (!_hasToken)
            {
                return;
            }

            foreach (var block in context.OperationBlocks)
            {
                foreach (var shared in SharedTokens.Find(block, context.GetControlFlowGraph, model, context.Compilation, context.CancellationToken))
                {
                    if (!TokenPrecedence.IsReusedElsewhere(shared.Place))
                    {
                        context.ReportDiagnostic(SharedTokenDiagnostic.Of(shared));
                    }
                }
            }
        }
    }
}
