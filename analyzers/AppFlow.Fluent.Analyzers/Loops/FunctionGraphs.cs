using AppFlow.Fluent.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Loops;

/// <summary>The control-flow graphs of a body and of the lambdas and local functions in it.</summary>
internal sealed class FunctionGraphs(IOperation body, Func<IOperation, ControlFlowGraph> graphOf, CancellationToken cancellationToken)
{
    /// <summary>The graph of the innermost function around an operation of the body; null when there is none.</summary>
    public ControlFlowGraph? Around(IOperation operation)
    {
        if (!BodyFlow.HasGraph(body))
        {
            return null;
        }

        var functions = new Stack<IOperation>();
        for (var current = operation.Parent; current is not null && current != body; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                functions.Push(current);
            }
        }

        ControlFlowGraph? graph = graphOf(body);
        while (graph is not null && functions.Count > 0)
        {
            graph = Inside(graph, functions.Pop());
        }

        return graph;
    }

    private ControlFlowGraph? Inside(ControlFlowGraph graph, IOperation function)
    {
        if (function is ILocalFunctionOperation { Symbol: var symbol })
        {
            return graph.LocalFunctions.Contains(symbol, SymbolEqualityComparer.Default)
                ? graph.GetLocalFunctionControlFlowGraph(symbol, cancellationToken)
                : null;
        }

        return graph.Blocks
            .SelectMany(block => block.Steps())
            .SelectMany(step => step.DescendantsAndSelf())
            .OfType<IFlowAnonymousFunctionOperation>()
            .FirstOrDefault(lambda => lambda.Syntax == function.Syntax) is { } found
            ? graph.GetAnonymousFunctionControlFlowGraph(found, cancellationToken)
            : null;
    }
}
