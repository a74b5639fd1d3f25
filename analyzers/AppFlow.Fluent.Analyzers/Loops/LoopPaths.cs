using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Loops;

/// <summary>
/// The ways through a loop that lead from a call back to the same call: after it succeeded, and after it failed into a <c>catch</c> of
/// the loop's.
/// </summary>
internal sealed class LoopPaths
{
    // A loop body with more distinct points than this is not a retry that a person can read.
    private const int MostStates = 4000;

    private readonly ControlFlowGraph _graph;
    private readonly ILoopOperation _loop;
    private readonly GraphPlace _call;
    private readonly CancellationToken _cancellationToken;
    private int _states;

    private LoopPaths(ControlFlowGraph graph, ILoopOperation loop, GraphPlace call, CancellationToken cancellationToken)
    {
        _graph = graph;
        _loop = loop;
        _call = call;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Whether the loop can come to the call again after the call succeeded.</summary>
    public bool GoesRoundAfterSuccess { get; private set; }

    /// <summary>Whether the loop can come to the call again because the call failed.</summary>
    public bool GoesRoundAfterFailure { get; private set; }

    /// <summary>The paths from a call in a loop; null when they cannot be told.</summary>
    public static LoopPaths? Of(IOperation call, ILoopOperation loop, FunctionGraphs graphs, CancellationToken cancellationToken)
    {
        var (anchor, tries) = AnchorOf(call, loop);
        if (graphs.Around(anchor) is not { } graph || GraphPlace.Of(anchor, graph) is not { } place)
        {
            return null;
        }

        var paths = new LoopPaths(graph, loop, place, cancellationToken);
        return paths.Find(tries) ? paths : null;
    }

    // What stands for the call in the function that the loop is in (the lambda around it, or the call itself), and how many
    // try statements of the loop guard it there.
    private static (IOperation Anchor, int Tries) AnchorOf(IOperation call, ILoopOperation loop)
    {
        var anchor = call;
        var tries = 0;
        var inner = call;
        for (var outer = call.Parent; outer is not null && inner != loop; inner = outer, outer = outer.Parent)
        {
            switch (outer)
            {
                case IAnonymousFunctionOperation:
                    anchor = outer;
                    tries = 0;
                    break;
                case ITryOperation { Catches.IsEmpty: false } guard when guard.Body == inner:
                    tries++;
                    break;
            }
        }

        return (anchor, tries);
    }

    private bool Find(int tries)
    {
        if (Entry() is not { } entry)
        {
            return false;
        }

        var arrivals = new List<Flags>();
        Walk(entry, Flags.None, arrivals);
        if (arrivals.Count == 0)
        {
            return false;
        }

        var call = _call.Block.Steps().ElementAt(_call.Step);
        foreach (var flags in arrivals)
        {
            GoesRoundAfterSuccess |= Walk(new GraphPlace(_call.Block, _call.Step + 1), flags.After(call));
            GoesRoundAfterFailure |= _call.Block.Handlers(_graph, tries).Any(handler => Walk(new GraphPlace(handler, 0), flags));
        }

        return _states <= MostStates;
    }

    private GraphPlace? Entry()
    {
        foreach (var block in _graph.Blocks)
        {
            var step = 0;
            foreach (var operation in block.Steps())
            {
                if (IsInside(operation))
                {
                    return new GraphPlace(block, step);
                }

                step++;
            }
        }

        return null;
    }

    private bool IsInside(IOperation operation) => _loop.Syntax.Span.Contains(operation.Syntax.Span);

    /// <summary>Follows every path inside the loop from a place to the call; whether one arrives there.</summary>
    private bool Walk(GraphPlace start, Flags flags, List<Flags>? arrivals = null)
    {
        var arrived = false;
        var seen = new Dictionary<int, List<Flags>>();
        var open = new Stack<(GraphPlace Place, Flags Flags)>();
        open.Push((start, flags));
        while (open.Count > 0 && _states <= MostStates)
        {
            _states++;
            _cancellationToken.ThrowIfCancellationRequested();
            var (place, current) = open.Pop();
            if (Pass(place, ref current) is not { } reachesCall)
            {
                continue;
            }

            if (reachesCall)
            {
                arrived = true;
                arrivals?.Add(current);
                continue;
            }

            foreach (var next in Successors(place.Block, current))
            {
                if (!seen.TryGetValue(next.Ordinal, out var known))
                {
                    seen.Add(next.Ordinal, known = []);
                }

                if (!known.Any(current.IsSame))
                {
                    known.Add(current);
                    open.Push((new GraphPlace(next, 0), current));
                }
            }
        }

        return arrived;
    }

    // Goes to the end of the block: true when it comes to the call, null when it leaves the loop.
    private bool? Pass(GraphPlace from, ref Flags flags)
    {
        var step = 0;
        foreach (var operation in from.Block.Steps())
        {
            if (step >= from.Step)
            {
                if (!IsInside(operation))
                {
                    return null;
                }

                if (from.Block.Ordinal == _call.Block.Ordinal && step == _call.Step)
                {
                    return true;
                }

                flags = flags.After(operation);
            }

            step++;
        }

        return false;
    }

    private static IEnumerable<BasicBlock> Successors(BasicBlock block, Flags flags)
    {
        var outcome = block.BranchValue is { } condition && block.ConditionalSuccessor is not null ? flags.Outcome(condition) : null;
        if (block.ConditionalSuccessor?.Destination is { } conditional
            && outcome != (block.ConditionKind == ControlFlowConditionKind.WhenTrue ? false : true))
        {
            yield return conditional;
        }

        if (block.FallThroughSuccessor?.Destination is { } next
            && (block.ConditionalSuccessor is null || outcome != (block.ConditionKind == ControlFlowConditionKind.WhenTrue)))
        {
            yield return next;
        }
    }
}
