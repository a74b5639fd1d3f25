using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>Steps that run one after the other, and where it goes on from there. Made by a <see cref="GraphBuilder"/>.</summary>
internal sealed class Block(int index)
{
    private readonly List<Step> _steps = [];

    /// <summary>Its place among the blocks of the graph.</summary>
    public int Index { get; } = index;

    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>
    /// The condition on which it goes on to <see cref="WhenTrue"/>, else to <see cref="WhenFalse"/>. Null where it always goes on to
    /// <see cref="WhenTrue"/>, or ends there.
    /// </summary>
    public Term? Condition { get; private set; }

    /// <summary>Where it goes on; null where the body ends: a return, a throw, a call that never returns.</summary>
    public Block? WhenTrue { get; private set; }

    /// <summary>Where it goes on when the condition does not hold.</summary>
    public Block? WhenFalse { get; private set; }

    /// <summary>Where a failure within the block goes: the first handler around it. Null where it leaves the body.</summary>
    public Handler? Handler { get; init; }

    /// <summary>Whether the block ends by throwing, to <see cref="Handler"/> where there is one.</summary>
    public bool Throws { get; private set; }

    /// <summary>For a block that throws: what it throws, where that was caught before; null for anything else.</summary>
    public Term? Thrown { get; private set; }

    /// <summary>Whether it is known where the block goes on.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>The blocks that it may go on to without a failure.</summary>
    public IEnumerable<Block> Next
    {
        get
        {
            if (WhenTrue is not null)
            {
                yield return WhenTrue;
            }

            if (WhenFalse is not null)
            {
                yield return WhenFalse;
            }
        }
    }

    public void Add(Step step) => _steps.Add(step);

    public void GoTo(Block next) => End(condition: null, next, whenFalse: null);

    public void Branch(Term condition, Block whenTrue, Block whenFalse)
    {
        if (condition is Constant { Value: bool value })
        {
            GoTo(value ? whenTrue : whenFalse);
        }
        else
        {
            End(condition, whenTrue, whenFalse);
        }
    }

    public void Return() => End(condition: null, whenTrue: null, whenFalse: null);

    public void Throw(Term? thrown)
    {
        Throws = true;
        Thrown = thrown;
        Return();
    }

    private void End(Term? condition, Block? whenTrue, Block? whenFalse)
    {
        if (!IsEnded)
        {
            Condition = condition;
            WhenTrue = whenTrue;
            WhenFalse = whenFalse;
            IsEnded = true;
        }
    }
}
