using AppFlow.Fluent.Analyzers.Bodies;
using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>The base of rules about whole bodies: only bodies with a request are analysed, each once for all rules.</summary>
public abstract class BodyRule : RequestRule
{
    private protected BodyRule(params DiagnosticDescriptor[] descriptors)
        : base(descriptors)
    {
    }

    /// <summary>The bodies of the last analysed compilation, for the guard that counts them.</summary>
    internal FlowBodies? Bodies { get; private set; }

    private protected sealed override void Register(CompilationStartAnalysisContext context, RequestLibrary library)
    {
        var judge = Begin(context.Compilation, context.Options, library);
        var bodies = FlowBodies.Of(context.Compilation, library);
        Bodies = bodies;
        context.RegisterOperationBlockAction(block => Judge(block, bodies, judge));
    }

    /// <summary>Creates the judge of each body of a compilation.</summary>
    private protected abstract Action<BodyReport> Begin(Compilation compilation, AnalyzerOptions options, RequestLibrary library);

    private static void Judge(OperationBlockAnalysisContext context, FlowBodies bodies, Action<BodyReport> judge)
    {
        if (!bodies.Looks.At(context.OperationBlocks, context.OwningSymbol, context.CancellationToken).IsOfInterest)
        {
            return;
        }

        // A member may have several blocks: a constructor's body and its initializer belong to one owner.
        var seen = context.OperationBlocks.Length > 1 ? new HashSet<FlowBody>() : null;
        foreach (var block in context.OperationBlocks)
        {
            if (bodies.Around(block.Syntax, block.SemanticModel!, context.CancellationToken) is { } body && seen?.Add(body) != false)
            {
                judge(new BodyReport(body, context));
            }
        }
    }
}
