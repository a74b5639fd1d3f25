using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace AppFlow.Fluent.Analyzers.Loops;

/// <summary>Whether one call can be followed by another one further down, in the same run of the code.</summary>
internal static class ForwardPaths
{
    public static bool Lead(IOperation first, IOperation second, FunctionGraphs graphs)
    {
        if (graphs.Around(first) is not { } graph
            || GraphPlace.Of(first, graph) is not { } from
            || GraphPlace.Of(second, graph) is not { } to)
        {
            return false;
        }

        // A graph of a body is one object, so that both calls were found in the same function or one was not found at all.
        return from.Block.Ordinal == to.Block.Ordinal || Reaches(from.Block, to.Block.Ordinal, graph);
    }

    // Blocks stand in the order of the source: a branch back is another iteration, in which everything may have changed.
    private static bool Reaches(BasicBlock from, int to, ControlFlowGraph graph)
    {
        var reached = new bool[graph.Blocks.Length];
        reached[from.Ordinal] = true;
        for (var i = from.Ordinal; i <= to; i++)
        {
            if (!reached[i])
            {
                continue;
            }

            var block = graph.Blocks[i];
            Mark(block.ConditionalSuccessor?.Destination);
            Mark(block.FallThroughSuccessor?.Destination);
            foreach (var region in Regions(block))
            {
                Mark(graph.Blocks[region.FirstBlockOrdinal]);
            }

            foreach (var handler in block.Handlers(graph))
            {
                Mark(handler);
            }
        }

        return reached[to];

        void Mark(BasicBlock? block)
        {
            if (block is not null)
            {
                reached[block.Ordinal] = true;
            }
        }
    }

    private static IEnumerable<ControlFlowRegion> Regions(BasicBlock block) =>
        (block.ConditionalSuccessor?.FinallyRegions ?? []).Concat(block.FallThroughSuccessor?.FinallyRegions ?? []);
}
