using AppFlow.Fluent.Analyzers.Bodies;
using AppFlow.Fluent.Analyzers.Libraries;
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
        context.RegisterOperationBlockAction(block => Judge(block, bodies, judge));
    }

    /// <summary>Makes what judges each body of a compilation.</summary>
    private protected abstract Action<BodyReport> Begin(Compilation compilation, AnalyzerOptions options, RequestLibrary library);

    private static void Judge(OperationBlockAnalysisContext context, FlowBodies bodies, Action<BodyReport> judge)
    {
        if (!bodies.AreOfInterest(context.OperationBlocks, context.OwningSymbol, context.CancellationToken))
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
