using AppFlow.Fluent.Analyzers.Bodies;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>What the rules of whole bodies have in common: only bodies with a request in them are analysed, and each once for all rules.</summary>
public abstract class BodyRule : RequestRule
{
    private protected BodyRule(params DiagnosticDescriptor[] descriptors)
        : base(descriptors)
    {
    }

    /// <summary>The bodies of the compilation that it looked at last, for the guard that counts them.</summary>
    internal FlowBodies? Bodies { get; private set; }

    private protected sealed override void Register(CompilationStartAnalysisContext context, RequestLibrary library)
    {
        var judge = Begin(context.Compilation, context.Options, library);
        var bodies = FlowBodies.Of(context.Compilation, library);
        Bodies = bodies;
        context.RegisterOperationBlockStartAction(block => new Gate(bodies, library, judge).Register(block));
    }

    /// <summary>Makes what judges each body of a compilation.</summary>
    private protected abstract Action<BodyReport> Begin(Compilation compilation, AnalyzerOptions options, RequestLibrary library);

    /// <summary>
    /// Lets a body through that the analysis may have something to say of: a token is given, a request begins without all that it needs, or something is
    /// sent where code may run again. Most bodies send a complete request once.
    /// </summary>
    private sealed class Gate(FlowBodies bodies, RequestLibrary library, Action<BodyReport> judge)
    {
        private volatile bool _isOpen;
        private volatile bool _sends;
        private volatile bool _mayRepeat;

        public void Register(OperationBlockStartAnalysisContext context)
        {
            context.RegisterOperationAction(
                operation => Look(operation.Operation),
                OperationKind.Invocation,
                OperationKind.ObjectCreation,
                OperationKind.SimpleAssignment,
                OperationKind.CoalesceAssignment,
                OperationKind.PropertyReference,
                OperationKind.With);
            context.RegisterOperationAction(
                _ => _mayRepeat = true,
                OperationKind.Loop,
                OperationKind.AnonymousFunction,
                OperationKind.LocalFunction,
                OperationKind.MethodReference,
                OperationKind.Try,
                OperationKind.Labeled);
            context.RegisterOperationBlockEndAction(Finish);
        }

        private void Look(IOperation operation)
        {
            if (_isOpen || !RequestLibrary.MayBeCall(operation) || library.CallOf(operation) is not { } call)
            {
                return;
            }

            // Only ever set: operations of a body are looked at side by side.
            if (call.Kind == RequestCallKind.Send)
            {
                _sends = true;
            }

            if (IsOfInterest(call))
            {
                _isOpen = true;
            }
        }

        private static bool IsOfInterest(RequestCall call) => call.Kind switch
        {
            RequestCallKind.Wrapper or RequestCallKind.Mutate => true,
            RequestCallKind.Begin => call.Source is not null || call.IsOpen || GivesToken(call) || !IsComplete(call) || MayBeBlank(call),
            _ => GivesToken(call),
        };

        private static bool GivesToken(RequestCall call) => call.Sets.Any(set => set.Field.Role != FieldRole.Content);

        private static bool IsComplete(RequestCall call) =>
            call.Shape.Required.All(required => call.Sets.Any(set => set.Field == required && !set.IsUncertain));

        // Of requests of the AWS SDK a blank value is judged where it is sent.
        private static bool MayBeBlank(RequestCall call) =>
            call.IsOfAwsSdk && call.Sets.Any(set => set is { Field: { IsRequired: true, Role: FieldRole.Content }, Place: not null });

        private void Finish(OperationBlockAnalysisContext context)
        {
            if (!_isOpen && !(_sends && _mayRepeat))
            {
                return;
            }

            // A member may have several blocks: a constructor's body and its initializer are one owner's.
            var seen = new HashSet<FlowBody>();
            foreach (var block in context.OperationBlocks)
            {
                if (bodies.Around(block.Syntax, block.SemanticModel!, context.CancellationToken) is { } body && seen.Add(body))
                {
                    judge(new BodyReport(body, context));
                }
            }
        }
    }
}
