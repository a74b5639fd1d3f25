using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Flow;
using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>AFF1004: a retry loop sends a fresh token, or lets one be generated, at each attempt of the same request.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RetryTokenAnalyzer : DiagnosticAnalyzer
{
    internal BodyGraphs Graphs { get; } = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.RetryWithFreshToken);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (FluentModel.For(start.Compilation) is { } model)
            {
                start.RegisterOperationBlockStartAction(block => new BodySends(model, Graphs).Register(block));
            }
        });
    }

    /// <summary>Looks closer only at bodies with a send that may be retried.</summary>
    private sealed class BodySends(FluentModel model, BodyGraphs graphs)
    {
        private volatile bool _hasRetry;

        public void Register(OperationBlockStartAnalysisContext context)
        {
            context.RegisterOperationAction(
                invocation => _hasRetry |= model.CallOf(invocation.Operation) is { } call && RetryTokens.MayBeRetried(call),
                OperationKind.Invocation);
            context.RegisterOperationBlockEndAction(Finish);
        }

        private void Finish(OperationBlockAnalysisContext context)
        {
            if (!_hasRetry)
            {
                return;
            }

            foreach (var block in context.OperationBlocks)
            {
                foreach (var found in RetryTokens.Find(block, graphs.Of(context), model, context.CancellationToken))
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        Descriptors.RetryWithFreshToken,
                        found.Send.NameLocation(),
                        RetryPlaces.Of(found),
                        RetryPlaces.Encode(found),
                        found.Send.Request.DisplayName));
                }
            }
        }
    }
}
