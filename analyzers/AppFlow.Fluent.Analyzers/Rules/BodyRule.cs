using AppFlow.Fluent.Analyzers.Bodies;
using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>What the rules of whole bodies have in common: only bodies with a request in them are analysed, and each once for all rules.</summary>
public abstract class BodyRule : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (RequestLibrary.For(start.Compilation, start.Options) is { } library)
            {
                var judge = Begin(start.Compilation, start.Options, library);
                var bodies = FlowBodies.Of(start.Compilation, library);
                start.RegisterOperationBlockStartAction(block => new Gate(bodies, library, judge).Register(block));
            }
        });
    }

    /// <summary>Makes what judges each body of a compilation.</summary>
    private protected abstract Action<BodyReport> Begin(Compilation compilation, AnalyzerOptions options, RequestLibrary library);

    /// <summary>Lets a body through in which something is sent, or given a token.</summary>
    private sealed class Gate(FlowBodies bodies, RequestLibrary library, Action<BodyReport> judge)
    {
        private volatile bool _isOpen;

        public void Register(OperationBlockStartAnalysisContext context)
        {
            context.RegisterOperationAction(
                operation => _isOpen = _isOpen || library.CallOf(operation.Operation) is not null,
                OperationKind.Invocation,
                OperationKind.ObjectCreation,
                OperationKind.SimpleAssignment,
                OperationKind.With);
            context.RegisterOperationBlockEndAction(Finish);
        }

        private void Finish(OperationBlockAnalysisContext context)
        {
            if (!_isOpen)
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
