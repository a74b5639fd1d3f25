using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace AppFlow.Fluent.Analyzers.Loops;

/// <summary>A block as a sequence of steps, and the blocks where its exceptions arrive.</summary>
internal static class GraphSteps
{
    /// <summary>The operations of a block and, last, the value that it branches on.</summary>
    public static IEnumerable<IOperation> Steps(this BasicBlock block) =>
        block.BranchValue is null ? block.Operations : block.Operations.Add(block.BranchValue);

    /// <summary>The first blocks of the handlers of the innermost <c>try</c> statements with a <c>catch</c> around a block.</summary>
    public static IEnumerable<BasicBlock> Handlers(this BasicBlock block, ControlFlowGraph graph, int tries = int.MaxValue)
    {
        for (var region = block.EnclosingRegion; region?.EnclosingRegion is { } outer && tries > 0; region = outer)
        {
            if (region.Kind != ControlFlowRegionKind.Try || outer.Kind != ControlFlowRegionKind.TryAndCatch)
            {
                continue;
            }

            tries--;
            foreach (var handler in outer.NestedRegions.Where(nested => nested != region))
            {
                yield return graph.Blocks[handler.FirstBlockOrdinal];
            }
        }
    }
}
