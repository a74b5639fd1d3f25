using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace AppFlow.Fluent.Analyzers.Flow;

/// <summary>
/// A forward dataflow over one body's control-flow graph that follows requests through locals to the calls that send them.
/// </summary>
/// <remarks>
/// A point holds several worlds, so that a condition that is tested twice is one condition. Catch and finally blocks have no ordinary
/// predecessor in the graph: a handler begins with every state that its try block can be in, and a finally block is run anew for each
/// branch that leaves through it.
/// </remarks>
internal sealed class RequestFlow
{
    private const int MostWorlds = 16;

    // A body that takes more visits than this for each of its blocks has states that do not settle: it is given up, in silence.
    private const int MostVisitsPerBlock = 64;

    private readonly ControlFlowGraph _graph;
    private readonly RequestTransfer _transfer;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<ControlFlowRegion, ImmutableArray<World>> _thrownIn = new();
    private int _visitsLeft;

    public RequestFlow(ControlFlowGraph graph, RequestTransfer transfer, CancellationToken cancellationToken)
    {
        _graph = graph;
        _transfer = transfer;
        _cancellationToken = cancellationToken;
        _visitsLeft = MostVisitsPerBlock * graph.Blocks.Length;
    }

    /// <summary>Runs the flow; false when the body was given up, and what was observed must not be reported.</summary>
    public bool Run(World entry)
    {
        Run(_graph.Root, _graph.Blocks[0], ImmutableArray.Create(entry));
        return _visitsLeft > 0;
    }

    // The worlds with which the region is left through its end, for a finally block.
    private ImmutableArray<World> Run(ControlFlowRegion region, BasicBlock first, ImmutableArray<World> entry)
    {
        var incoming = new Dictionary<BasicBlock, ImmutableArray<World>>();
        var left = ImmutableArray<World>.Empty;
        var work = new SortedSet<int>();
        Flow(first, entry);
        while (work.Count > 0 && _visitsLeft-- > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var block = _graph.Blocks[work.Min];
            work.Remove(work.Min);
            Visit(block, incoming[block]);
        }

        return left;

        void Flow(BasicBlock block, ImmutableArray<World> worlds)
        {
            if (worlds.IsEmpty)
            {
                return;
            }

            var known = incoming.TryGetValue(block, out var before) ? before : ImmutableArray<World>.Empty;
            var joined = World.Join(known, worlds, MostWorlds);
            if (known.IsEmpty || !World.Same(known, joined))
            {
                incoming[block] = joined;
                work.Add(block.Ordinal);
            }
        }

        void Visit(BasicBlock block, ImmutableArray<World> worlds)
        {
            var handled = HandledRegions(block, region);
            foreach (var operation in block.Operations)
            {
                Throw(handled, worlds);
                worlds = Each(worlds, world => _transfer.Execute(operation, world));
            }

            if (block.BranchValue is { } branchValue)
            {
                Throw(handled, worlds);
                worlds = Each(worlds, world => _transfer.Execute(branchValue, world));
            }

            Throw(handled, worlds);
            if (block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue is { } condition)
            {
                var whenTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
                Branch(block.ConditionalSuccessor, Assume(worlds, condition, whenTrue));
                Branch(block.FallThroughSuccessor, Assume(worlds, condition, !whenTrue));
            }
            else
            {
                Branch(block.FallThroughSuccessor, worlds);
            }

            foreach (var thrown in handled)
            {
                Handle(thrown);
            }
        }

        void Branch(ControlFlowBranch? branch, ImmutableArray<World> worlds)
        {
            if (branch is null || worlds.IsEmpty)
            {
                return;
            }

            if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
            {
                left = World.Join(left, worlds, MostWorlds);
                return;
            }

            foreach (var passed in branch.FinallyRegions)
            {
                worlds = Run(passed, _graph.Blocks[passed.FirstBlockOrdinal], worlds);
            }

            if (branch.Destination is { } destination)
            {
                Flow(destination, worlds);
            }
        }

        // What was thrown in a try block enters its catch and filter blocks; its finally block is run for what it observes.
        void Handle(ControlFlowRegion tryRegion)
        {
            if (!_thrownIn.TryGetValue(tryRegion, out var worlds))
            {
                return;
            }

            foreach (var handler in tryRegion.EnclosingRegion!.NestedRegions)
            {
                if (handler.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter)
                {
                    Flow(_graph.Blocks[handler.FirstBlockOrdinal], worlds);
                }
                else if (handler.Kind == ControlFlowRegionKind.FilterAndHandler)
                {
                    Flow(_graph.Blocks[handler.FirstBlockOrdinal], worlds);
                }
                else if (handler.Kind == ControlFlowRegionKind.Finally)
                {
                    Run(handler, _graph.Blocks[handler.FirstBlockOrdinal], worlds);
                }
            }
        }
    }

    private void Throw(List<ControlFlowRegion> handled, ImmutableArray<World> worlds)
    {
        foreach (var tryRegion in handled)
        {
            _thrownIn[tryRegion] = World.Join(
                _thrownIn.TryGetValue(tryRegion, out var before) ? before : ImmutableArray<World>.Empty,
                worlds,
                MostWorlds);
        }
    }

    // The try regions around the block, within the region that is run.
    private static List<ControlFlowRegion> HandledRegions(BasicBlock block, ControlFlowRegion within)
    {
        var found = new List<ControlFlowRegion>();
        for (var region = block.EnclosingRegion; region is not null && region != within; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Try)
            {
                found.Add(region);
            }
        }

        return found;
    }

    private static ImmutableArray<World> Each(ImmutableArray<World> worlds, Func<World, World?> transfer) =>
        World.Join(ImmutableArray<World>.Empty, worlds.Select(transfer).Where(world => world is not null).Select(world => world!), MostWorlds);

    private ImmutableArray<World> Assume(ImmutableArray<World> worlds, IOperation condition, bool outcome)
    {
        if (worlds.Length > 1 && Condition.Of(condition, worlds[0]) is { } form && World.IsHalfDecided(worlds, form))
        {
            worlds = Each(worlds, world => world.Blurred());
        }

        return World.Join(
            ImmutableArray<World>.Empty,
            worlds.Select(world => _transfer.Assume(condition, outcome, world)).Where(world => world is not null).Select(world => world!),
            MostWorlds);
    }
}
