using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Tests.Runs;

/// <summary>
/// Runs the steps of a body as a computer would, with one value for each variable: the engine's results for all paths must be true for the
/// path taken here.
/// </summary>
internal sealed class ConcreteRun
{
    private const int MaxSteps = 400;

    private readonly Dictionary<Term, object?> _variables = [];
    private readonly Dictionary<Site, object?> _made = [];
    private readonly Func<bool> _toss;
    private readonly List<(SendStep Send, HashSet<Field> Set)> _sent = [];
    private bool _isThrown;

    private ConcreteRun(Func<bool> toss) => _toss = toss;

    /// <summary>The sends of one run, each with the fields that were set.</summary>
    /// <param name="graph">The body.</param>
    /// <param name="toss">The source of unassigned values, and of the steps that fail.</param>
    public static IReadOnlyList<(SendStep Send, HashSet<Field> Set)> Of(StepGraph graph, Func<bool> toss)
    {
        var run = new ConcreteRun(toss);
        run.Run(graph.Entry);
        return run._sent;
    }

    private void Run(Block entry)
    {
        var steps = 0;
        for (var block = entry; block is not null && steps < MaxSteps; steps++)
        {
            var handler = block.Handler;
            block = RunBlock(block);
            if (block is null && _isThrown)
            {
                _isThrown = false;
                block = handler?.First;
                if (handler is not null)
                {
                    _made[handler.Failure] = new object();
                }
            }
        }
    }

    // Each step of a try may fail, before it did anything.
    private Block? RunBlock(Block block)
    {
        foreach (var step in block.Steps)
        {
            if (block.Handler is not null && step.MayThrow && _toss() && _toss())
            {
                _isThrown = true;
                return null;
            }

            RunStep(step);
        }

        _isThrown = block.Throws;
        return block.Condition is null || (bool)Of(block.Condition)! ? block.WhenTrue : block.WhenFalse;
    }

    private void RunStep(Step step)
    {
        switch (step)
        {
            case AssignStep assign:
                _variables[assign.Target] = Of(assign.Value);
                break;
            case MakeStep make:
                _made[make.Site] = _toss();
                break;
            case CreateStep create:
                var fields = create.Source is null ? [] : new HashSet<Field>((HashSet<Field>)Of(create.Source)!);
                Set(fields, create.Sets);
                _made[create.Request] = fields;
                break;
            case MutateStep mutate:
                Set((HashSet<Field>)Of(mutate.Request)!, mutate.Sets);
                break;
            case SendStep send:
                _sent.Add((send, [.. (HashSet<Field>)Of(send.Request)!]));
                break;
            case CallStep call:
                foreach (var written in call.Writes)
                {
                    _variables[written] = _toss();
                }

                break;
        }
    }

    private static void Set(HashSet<Field> fields, IReadOnlyList<FieldSet> sets)
    {
        foreach (var set in sets)
        {
            fields.Add(set.Field);
        }
    }

    private object? Of(Term term) => term switch
    {
        Constant constant => constant.Value,
        Variable => _variables.TryGetValue(term, out var value) ? value : _variables[term] = _toss(),
        Root root => _made[root.Site],
        Apply { Function.Kind: FunctionKind.Not } apply => !(bool)Of(apply.Operands[0])!,
        Apply { Function.Kind: FunctionKind.And } apply => apply.Operands.All(operand => (bool)Of(operand)!),
        Apply { Function.Kind: FunctionKind.Or } apply => apply.Operands.Any(operand => (bool)Of(operand)!),
        Apply { Function.Kind: FunctionKind.Choice } apply => Of(apply.Operands[(bool)Of(apply.Operands[0])! ? 1 : 2]),
        Apply { Function.Kind: FunctionKind.Equal } apply => Equals(Of(apply.Operands[0]), Of(apply.Operands[1])),
        Apply { Function: { Kind: FunctionKind.StableMember, Symbol: Field field } } apply =>
            ((HashSet<Field>)Of(apply.Operands[0])!).Contains(field) ? "set" : null,

        // A list stays empty or not until it is written.
        Apply { Function.Kind: FunctionKind.IsEmpty } apply => (bool)Of(apply.Operands[0])!,
        _ => throw new ArgumentException("No such term is in these programs.", nameof(term)),
    };
}
