using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>Which conditions decide whether a step is reached. Computed only for the conditions that a judge asks about.</summary>
/// <param name="graph">The body.</param>
internal sealed class Guards(StepGraph graph)
{
    private readonly Dictionary<Block, Reached> _reached = [];
    private readonly Dictionary<Step, List<Block>> _readers = [];

    /// <summary>
    /// Whether a condition that reads what a step writes decides about a later step: every way to that step passes the condition, and only
    /// one of its results leads there. The condition of a loop that the write is in comes before it and does not count, nor does a variable's
    /// value, which is known on each path.
    /// </summary>
    public bool Decides(Step write, Step later) => write is not AssignStep && ReadersOf(write).Exists(reader =>
    {
        var reached = ReachedAround(reader);
        var whenTrue = reached.WhenTrue.Contains(later);
        return reached.ByOtherWays.Contains(write)
            && !reached.ByOtherWays.Contains(later)
            && whenTrue != reached.WhenFalse.Contains(later)
            && DependsOn(write, reader.Condition!, whenTrue);
    });

    // A result that one part can bring about alone does not depend on the other parts.
    private static bool DependsOn(Step write, Term condition, bool result) => condition is Apply { Operands: var parts, Function.Kind: var kind }
        ? kind switch
        {
            FunctionKind.Not => DependsOn(write, parts[0], !result),
            FunctionKind.And or FunctionKind.Or when (kind == FunctionKind.And) == result => parts.Any(part => DependsOn(write, part, result)),
            FunctionKind.And or FunctionKind.Or => parts.All(part => DependsOn(write, part, result)),
            FunctionKind.Choice => DependsOn(write, parts[1], result) && DependsOn(write, parts[2], result),
            _ => GraphFacts.Writes(write, condition),
        }
        : GraphFacts.Writes(write, condition);

    private List<Block> ReadersOf(Step write)
    {
        if (!_readers.TryGetValue(write, out var readers))
        {
            readers = graph.Blocks.Where(block => block.Condition is { } condition && GraphFacts.Writes(write, condition)).ToList();
            _readers.Add(write, readers);
        }

        return readers;
    }

    private Reached ReachedAround(Block condition)
    {
        if (!_reached.TryGetValue(condition, out var reached))
        {
            reached = new Reached(StepsFrom(graph.Entry, condition), StepsFrom(condition.WhenTrue!, condition), StepsFrom(condition.WhenFalse!, condition));
            _reached.Add(condition, reached);
        }

        return reached;
    }

    // The steps on all ways from a block that do not pass another one.
    private static HashSet<Step> StepsFrom(Block start, Block avoided)
    {
        var steps = new HashSet<Step>();
        var seen = new HashSet<Block> { avoided };
        var open = new Stack<Block>();
        open.Push(start);
        while (open.Count > 0)
        {
            var block = open.Pop();
            if (!seen.Add(block))
            {
                continue;
            }

            steps.UnionWith(block.Steps);
            foreach (var next in block.Next)
            {
                open.Push(next);
            }

            if (block.Handler is { } handler)
            {
                open.Push(handler.First);
            }
        }

        return steps;
    }

    private sealed record Reached(HashSet<Step> ByOtherWays, HashSet<Step> WhenTrue, HashSet<Step> WhenFalse);
}
