using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>
/// Follows every path through a body forward, and keeps a state for each as long as they differ in something that is read later. If a block
/// has more paths than the limit, the rest are merged into what they have in common; everything else is unknown, and there the rules are
/// silent.
/// </summary>
internal sealed class FlowAnalysis
{
    private const int MaxPaths = 40;
    private const int MaxGroups = 8;

    private readonly StepGraph _graph;
    private readonly GraphFacts _facts;
    private readonly Pruning _pruning;
    private readonly Conditions _conditions;
    private readonly Transfer _transfer;
    private readonly FlowResult _result;
    private readonly HashSet<PathState>?[] _seen;
    private readonly Dictionary<long, PathState>?[] _rest;
    private readonly Queue<(Block Block, PathState PathState)> _open = new();
    private readonly CancellationToken _cancellationToken;

    private FlowAnalysis(StepGraph graph, Func<object, object, bool> implies, CancellationToken cancellationToken)
    {
        _graph = graph;
        _facts = new GraphFacts(graph);
        _pruning = new Pruning(_facts);
        _result = new FlowResult(new Guards(graph, _facts));
        _conditions = new Conditions(implies);
        _transfer = new Transfer(_facts, _result);
        _seen = new HashSet<PathState>[graph.Blocks.Count];
        _rest = new Dictionary<long, PathState>[graph.Blocks.Count];
        _cancellationToken = cancellationToken;
    }

    /// <summary>Analyses a body.</summary>
    /// <param name="graph">Its steps.</param>
    /// <param name="implies">Whether the first type implies the second.</param>
    /// <param name="cancellationToken">Cancels the analysis.</param>
    public static FlowResult Run(StepGraph graph, Func<object, object, bool> implies, CancellationToken cancellationToken)
    {
        var analysis = new FlowAnalysis(graph, implies, cancellationToken);
        analysis.Run();
        return analysis._result;
    }

    private void Run()
    {
        Reach(_graph.Entry, PathState.Start);
        while (_open.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var (block, path) = _open.Dequeue();
            Follow(block, path);
        }
    }

    private void Follow(Block block, PathState path)
    {
        _result.Visited++;
        _result.Work += 1 + path.Size;
        foreach (var step in block.Steps)
        {
            var before = path;
            path = _transfer.After(step, block, path);
            if (block.Handler is { } handler && Transfer.Failing(step, before, path) is { } failing)
            {
                Catch(handler, failing.PathState, failing.Caught);
            }
        }

        if (block.Throws)
        {
            if (block.Handler is { } handler)
            {
                var caught = block.Thrown is { } thrown && path.Resolve(thrown) is Root root && path.Failures.TryGet(root, out var known) ? known : Caught.Anything;
                Catch(handler, path, caught);
            }
        }
        else if (block.Condition is { } condition)
        {
            Branch(block, condition, path);
        }
        else if (block.WhenTrue is { } next)
        {
            Reach(next, path);
        }
    }

    private void Branch(Block block, Term condition, PathState path)
    {
        path = path.Ask(condition, isStored: false);
        var resolved = path.Resolve(condition);
        foreach (var taken in _conditions.Assume(resolved, holds: true, path))
        {
            Reach(block.WhenTrue!, taken);
        }

        foreach (var taken in _conditions.Assume(resolved, holds: false, path))
        {
            Reach(block.WhenFalse!, taken);
        }
    }

    private void Catch(Handler handler, PathState path, Caught caught) => Reach(handler.First, Transfer.Enter(handler, path, caught));

    private void Reach(Block block, PathState path)
    {
        path = PastWrites.Prune(_pruning.Of(path, block), block, _facts);
        var seen = _seen[block.Index] ??= [];
        if (seen.Contains(path))
        {
            return;
        }

        if (seen.Count < MaxPaths)
        {
            seen.Add(path);
            _open.Enqueue((block, path));
            return;
        }

        // Paths with different missing fields are not merged: that would hide which field is missing.
        var groups = _rest[block.Index] ??= [];
        var group = path.Lacking();
        group = groups.Count < MaxGroups || groups.ContainsKey(group) ? group : 0;
        if (!groups.TryGetValue(group, out var rest))
        {
            groups.Add(group, path);
            _open.Enqueue((block, path));
            return;
        }

        var met = _pruning.Of(rest.Meet(path), block);
        if (!met.Equals(rest))
        {
            groups[group] = met;
            _open.Enqueue((block, met));
        }
    }
}
