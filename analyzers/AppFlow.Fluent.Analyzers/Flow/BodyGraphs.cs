using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace AppFlow.Fluent.Analyzers.Flow;

/// <summary>
/// The control-flow graphs that an analyzer asks for. They are the dearest thing it can ask for, and most bodies need none; how many were
/// asked for is counted, for the guard that holds it so.
/// </summary>
internal sealed class BodyGraphs
{
    private int _asked;

    public int Asked => Volatile.Read(ref _asked);

    /// <summary>The graphs of one body, from the cache that all analyzers share.</summary>
    public Func<IOperation, ControlFlowGraph> Of(OperationBlockAnalysisContext context) => block =>
    {
        Interlocked.Increment(ref _asked);
        return context.GetControlFlowGraph(block);
    };
}
