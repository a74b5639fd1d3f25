using System.Collections.Concurrent;
using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Flow;
using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.RequiredFields;

/// <summary>AFF2001 and AFF2002: a required field is set on no path that reaches the send, or not on every one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequiredFieldsAnalyzer : DiagnosticAnalyzer
{
    internal BodyGraphs Graphs { get; } = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.FieldNeverSet, Descriptors.FieldNotAlwaysSet);

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

    /// <summary>
    /// The sends of one body: those at the end of a plain chain are judged at once, the others need the body's graph unless their requests
    /// are complete from the start.
    /// </summary>
    private sealed class BodySends(FluentModel model, BodyGraphs graphs)
    {
        // Null in nearly every body: a queue is much to make for each.
        private ConcurrentQueue<Chain>? _open;

        public void Register(OperationBlockStartAnalysisContext context)
        {
            context.RegisterOperationAction(Visit, OperationKind.Invocation);
            context.RegisterOperationBlockEndAction(Finish);
        }

        private void Visit(OperationAnalysisContext context)
        {
            if (model.CallOf(context.Operation) is not { Kind: RequestCallKind.Send } send || send.Request.RequiredBits == 0)
            {
                return;
            }

            var chain = Chain.Of(send, model);
            if (chain.Begin is null)
            {
                LazyInitializer.EnsureInitialized(ref _open)!.Enqueue(chain);
                return;
            }

            var observation = new SendObservation(send);
            observation.Observe(chain.Value());
            if (DiagnosticOf(observation) is { } diagnostic)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }

        private void Finish(OperationBlockAnalysisContext context)
        {
            if (_open is null)
            {
                return;
            }

            foreach (var block in context.OperationBlocks)
            {
                var complete = new CompleteRequests(block, model, context.CancellationToken);

                // Blocks are told apart by their spans: a member may have several, of which most send nothing.
                var open = _open.Where(chain => block.Syntax.Span.Contains(SyntaxOf(chain).Span)).ToList();
                if (open.All(complete.Sends))
                {
                    continue;
                }

                // The graph takes chains apart, so whether a send was judged already is asked of its place.
                var places = new HashSet<SyntaxNode>(open.Select(SyntaxOf));
                foreach (var observation in BodyFlow.Sends(block, graphs.Of(context), model, context.CancellationToken))
                {
                    if (places.Contains(observation.Send.Operation.Syntax) && DiagnosticOf(observation) is { } diagnostic)
                    {
                        context.ReportDiagnostic(diagnostic);
                    }
                }
            }
        }

        private static SyntaxNode SyntaxOf(Chain send) => send.Calls[send.Calls.Count - 1].Operation.Syntax;

        private static Diagnostic? DiagnosticOf(SendObservation observation)
        {
            if (observation.NotAlwaysSet == 0)
            {
                return null;
            }

            var request = observation.Send.Request;
            var missing = request.Fields.Where(field => (observation.NotAlwaysSet & field.Bit) != 0).ToList();
            return Diagnostic.Create(
                observation.NeverSet != 0 ? Descriptors.FieldNeverSet : Descriptors.FieldNotAlwaysSet,
                observation.Send.NameLocation(),
                MissingFields.Encode(missing, setOnSomePath: observation.NotAlwaysSet != observation.NeverSet),
                request.DisplayName,
                string.Join(" and ", missing.Select(field => field.Name)),
                string.Join(" and ", missing.Select(request.SettersOf)));
        }
    }
}
