using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Flow;
using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.RequiredFields;

/// <summary>AFF2001 and AFF2002: a required field is set on no path that reaches the send, or not on every one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequiredFieldsAnalyzer : DiagnosticAnalyzer
{
    internal BodyGraphs Graphs { get; } = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Rules.FieldNeverSet, Rules.FieldNotAlwaysSet);

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

    /// <summary>The sends of one body: those at the end of a plain chain are judged at once, the others need the body's graph.</summary>
    private sealed class BodySends(FluentModel model, BodyGraphs graphs)
    {
        private bool _needsFlow;

        public void Register(OperationBlockStartAnalysisContext context)
        {
            context.RegisterOperationAction(invocation => Visit((IInvocationOperation)invocation.Operation, invocation.ReportDiagnostic), OperationKind.Invocation);
            context.RegisterOperationBlockEndAction(Finish);
        }

        private void Visit(IInvocationOperation invocation, Action<Diagnostic> report)
        {
            if (model.CallOf(invocation) is not { Kind: RequestCallKind.Send } send || send.Request.RequiredBits == 0)
            {
                return;
            }

            if (Chain.Of(send, model) is { Begin: not null } chain)
            {
                var observation = new SendObservation(send);
                observation.Observe(chain.Value());
                Report(observation, report);
            }
            else
            {
                _needsFlow = true;
            }
        }

        private void Finish(OperationBlockAnalysisContext context)
        {
            if (!_needsFlow)
            {
                return;
            }

            foreach (var block in context.OperationBlocks)
            {
                var observations = BodyFlow.Sends(block, graphs.Of(context), model, context.CancellationToken);
                foreach (var observation in observations.Where(observation => Chain.Of(observation.Send, model) is not { Begin: not null }))
                {
                    Report(observation, context.ReportDiagnostic);
                }
            }
        }

        private static void Report(SendObservation observation, Action<Diagnostic> report)
        {
            if (observation.NotAlwaysSet == 0)
            {
                return;
            }

            var request = observation.Send.Request;
            var missing = request.Fields.Where(field => (observation.NotAlwaysSet & field.Bit) != 0).ToList();
            report(Diagnostic.Create(
                observation.NeverSet != 0 ? Rules.FieldNeverSet : Rules.FieldNotAlwaysSet,
                observation.Send.NameLocation(),
                MissingFields.Encode(missing, setOnSomePath: observation.NotAlwaysSet != observation.NeverSet),
                request.DisplayName,
                string.Join(" and ", missing.Select(field => field.Name)),
                string.Join(" and ", missing.Select(request.SettersOf))));
        }
    }
}
