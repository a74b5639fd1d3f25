using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>Which conditions decide whether a step is reached. Computed only for the conditions that a judge asks about.</summary>
/// <param name="graph">The body.</param>
/// <param name="facts">What is known of it on all paths.</param>
internal sealed class Guards(StepGraph graph, GraphFacts facts)
{
    private readonly Dictionary<Block, Reached> _reached = [];
    private readonly Dictionary<Step, List<Block>> _readers = [];
    private ILookup<Step, int>? _homes;

    /// <summary>
    /// Whether a condition that reads what a step writes decides about a later step: every way to that step passes the condition, and only
    /// one of its results leads there. The condition of a loop that the write is in comes before it and does not count, nor does a variable's
    /// value, which is known on each path.
    /// </summary>
    public bool Decides(Step write, Step later) => write is not AssignStep && ReadersOf(write).Exists(reader =>
    {
        var reached = ReachedAround(reader);
        var whenTrue = IsReached(later, reached.WhenTrue);
        return IsReached(write, reached.ByOtherWays)
            && !IsReached(later, reached.ByOtherWays)
            && whenTrue != IsReached(later, reached.WhenFalse)
            && DependsOn(write, reader.Condition!, whenTrue);
    });

    private bool DependsOn(Step write, Term condition, bool result) => DependsOn(write, condition, result, (variable, holds) =>
        facts.ConditionsIn(variable).Any(value => DependsOn(write, value, holds, (_, _) => false)));

    // A result that one part can bring about alone does not depend on the other parts.
    private static bool DependsOn(Step write, Term condition, bool result, Func<Variable, bool, bool> doesVariable)
    {
        var parts = condition.Operands;
        switch (condition)
        {
            case Variable variable:
                return GraphFacts.Writes(write, variable) || doesVariable(variable, result);
            case Apply { Function.Kind: FunctionKind.Not }:
                return DependsOn(write, parts[0], !result, doesVariable);
            case Apply { Function.Kind: var kind and (FunctionKind.And or FunctionKind.Or) }:
                return (kind == FunctionKind.And) == result
                    ? parts.Any(part => DependsOn(write, part, result, doesVariable))
                    : parts.All(part => DependsOn(write, part, result, doesVariable) || IsNullTest(write, part));
            case Apply { Function.Kind: FunctionKind.Choice }:
                return DependsOn(write, parts[1], result, doesVariable) && DependsOn(write, parts[2], result, doesVariable);
            default:
                return GraphFacts.Writes(write, condition);
        }
    }

    // What is changed is there.
    private static bool IsNullTest(Step write, Term condition) => condition switch
    {
        Apply { Function.Kind: FunctionKind.Not } not => IsNullTest(write, not.Operands[0]),
        Apply { Function.Kind: FunctionKind.Equal } equal when equal.Operands[1].Equals(Constant.Null) => write switch
        {
            CallStep call => call.MayChange.Contains(equal.Operands[0]),
            StoreStep store => store.Target.Operands.Contains(equal.Operands[0]),
            _ => false,
        },
        _ => false,
    };

    private List<Block> ReadersOf(Step write)
    {
        if (!_readers.TryGetValue(write, out var readers))
        {
            readers = graph.Blocks.Where(block => block.Condition is { } condition && (DependsOn(write, condition, result: true) || DependsOn(write, condition, result: false))).ToList();
            _readers.Add(write, readers);
        }

        return readers;
    }

    private bool IsReached(Step step, bool[] reached)
    {
        _homes ??= graph.Blocks.SelectMany(block => block.Steps.Select(each => (each, block.Index))).ToLookup(home => home.each, home => home.Index);
        return _homes[step].Any(block => reached[block]);
    }

    private Reached ReachedAround(Block condition)
    {
        if (!_reached.TryGetValue(condition, out var reached))
        {
            reached = new Reached(BlocksFrom(graph.Entry, condition), BlocksFrom(condition.WhenTrue!, condition), BlocksFrom(condition.WhenFalse!, condition));
            _reached.Add(condition, reached);
        }

        return reached;
    }

    // The blocks on all ways from a block that do not pass another one.
    private bool[] BlocksFrom(Block start, Block avoided)
    {
        var reached = new bool[graph.Blocks.Count];
        var open = new Stack<Block>();
        open.Push(start);
        while (open.Count > 0)
        {
            var block = open.Pop();
            if (block == avoided || reached[block.Index])
            {
                continue;
            }

            reached[block.Index] = true;
            foreach (var next in block.Next)
            {
                open.Push(next);
            }

            if (block.Handler is { } handler)
            {
                open.Push(handler.First);
            }
        }

        return reached;
    }

    private sealed record Reached(bool[] ByOtherWays, bool[] WhenTrue, bool[] WhenFalse);
}
