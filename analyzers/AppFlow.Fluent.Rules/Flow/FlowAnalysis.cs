using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>
/// Follows every way through a body forward, and keeps for each what it knows, as long as the ways differ in something that is read later. A block with more
/// ways than the bound keeps what the rest of them have in common, and what is not common is unknown: there the rules are silent.
/// </summary>
internal sealed class FlowAnalysis
{
    private const int MostWorlds = 40;
    private const int MostGroups = 8;

    private readonly StepGraph _graph;
    private readonly GraphFacts _facts;
    private readonly Conditions _conditions;
    private readonly Transfer _transfer;
    private readonly FlowResult _result = new();
    private readonly HashSet<World>?[] _seen;
    private readonly Dictionary<long, World>?[] _rest;
    private readonly Queue<(Block Block, World World)> _open = new();
    private readonly CancellationToken _cancellationToken;

    private FlowAnalysis(StepGraph graph, Func<object, object, bool> implies, CancellationToken cancellationToken)
    {
        _graph = graph;
        _facts = new GraphFacts(graph);
        _conditions = new Conditions(implies);
        _transfer = new Transfer(_facts, _result);
        _seen = new HashSet<World>[graph.Blocks.Count];
        _rest = new Dictionary<long, World>[graph.Blocks.Count];
        _cancellationToken = cancellationToken;
    }

    /// <summary>Analyses a body.</summary>
    /// <param name="graph">Its steps.</param>
    /// <param name="implies">Whether what is of the first type is of the second one too.</param>
    /// <param name="cancellationToken">Cancels the analysis.</param>
    public static FlowResult Run(StepGraph graph, Func<object, object, bool> implies, CancellationToken cancellationToken)
    {
        var analysis = new FlowAnalysis(graph, implies, cancellationToken);
        analysis.Run();
        return analysis._result;
    }

    private void Run()
    {
        Reach(_graph.Entry, World.Start);
        while (_open.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var (block, world) = _open.Dequeue();
            Follow(block, world);
        }
    }

    private void Follow(Block block, World world)
    {
        _result.Visited++;
        _result.Work += 1 + world.Size;
        foreach (var step in block.Steps)
        {
            var before = world;
            world = _transfer.After(step, block, world);
            if (block.Handler is { } handler && Transfer.Failing(step, before, world) is { } failing)
            {
                Catch(handler, failing.World, failing.Caught);
            }
        }

        if (block.Throws)
        {
            if (block.Handler is { } handler)
            {
                var caught = block.Thrown is { } thrown && world.Resolve(thrown) is Root root && world.Failures.TryGet(root, out var known) ? known : Caught.Anything;
                Catch(handler, world, caught);
            }
        }
        else if (block.Condition is { } condition)
        {
            Branch(block, condition, world);
        }
        else if (block.WhenTrue is { } next)
        {
            Reach(next, world);
        }
    }

    private void Branch(Block block, Term condition, World world)
    {
        var asked = world.Asked;
        foreach (var write in world.Writes.Keys)
        {
            if (GraphFacts.Writes(write, condition))
            {
                asked = asked.With(write, true);
            }
        }

        world = world with { Asked = asked };
        var resolved = world.Resolve(condition);
        foreach (var taken in _conditions.Assume(resolved, holds: true, world))
        {
            Reach(block.WhenTrue!, taken);
        }

        foreach (var taken in _conditions.Assume(resolved, holds: false, world))
        {
            Reach(block.WhenFalse!, taken);
        }
    }

    private void Catch(Handler handler, World world, Caught caught) => Reach(handler.First, Transfer.Enter(handler, world, caught));

    private void Reach(Block block, World world)
    {
        world = Pruning.Of(world, block, _facts);
        var seen = _seen[block.Index] ??= [];
        if (seen.Contains(world))
        {
            return;
        }

        if (seen.Count < MostWorlds)
        {
            seen.Add(world);
            _open.Enqueue((block, world));
            return;
        }

        // Ways on which different fields are missing are not met: which of them is wrong would be lost.
        var groups = _rest[block.Index] ??= [];
        var group = world.Lacking();
        group = groups.Count < MostGroups || groups.ContainsKey(group) ? group : 0;
        if (!groups.TryGetValue(group, out var rest))
        {
            groups.Add(group, world);
            _open.Enqueue((block, world));
            return;
        }

        var met = Pruning.Of(rest.Meet(world), block, _facts);
        if (!met.Equals(rest))
        {
            groups[group] = met;
            _open.Enqueue((block, met));
        }
    }
}
