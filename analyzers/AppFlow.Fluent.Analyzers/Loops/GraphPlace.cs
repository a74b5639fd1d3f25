using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Loops;

/// <summary>A step of a control-flow graph: a block, and the place in it.</summary>
internal readonly struct GraphPlace(BasicBlock block, int step)
{
    public BasicBlock Block { get; } = block;

    public int Step { get; } = step;

    /// <summary>Where a call or a lambda of the source is evaluated; null when the graph leaves it out.</summary>
    public static GraphPlace? Of(IOperation operation, ControlFlowGraph graph)
    {
        foreach (var block in graph.Blocks)
        {
            var step = 0;
            foreach (var current in block.Steps())
            {
                if (current.DescendantsAndSelf().Any(part => part.Syntax == operation.Syntax && IsEvaluated(part)))
                {
                    return new GraphPlace(block, step);
                }

                step++;
            }
        }

        return null;
    }

    // Other operations, a reference to a captured value for example, may share the syntax of the one that is looked for.
    private static bool IsEvaluated(IOperation operation) =>
        operation is IInvocationOperation or IObjectCreationOperation or IWithOperation or IFlowAnonymousFunctionOperation;
}
