using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>Consecutive steps and their successors. Created by a <see cref="GraphBuilder"/>.</summary>
internal sealed class Block(int index)
{
    private readonly List<Step> _steps = [];

    /// <summary>Its index among the blocks of the graph.</summary>
    public int Index { get; } = index;

    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>
    /// The condition for continuing at <see cref="WhenTrue"/> instead of <see cref="WhenFalse"/>. Null if it always continues at
    /// <see cref="WhenTrue"/>, or ends there.
    /// </summary>
    public Term? Condition { get; private set; }

    /// <summary>The successor; null if the body ends: a return, a throw, a call that never returns.</summary>
    public Block? WhenTrue { get; private set; }

    /// <summary>The successor if the condition is false.</summary>
    public Block? WhenFalse { get; private set; }

    /// <summary>The innermost handler of failures in the block. Null if they leave the body.</summary>
    public Handler? Handler { get; init; }

    /// <summary>Whether the block ends by throwing, to <see cref="Handler"/> if there is one.</summary>
    public bool Throws { get; private set; }

    /// <summary>For a block that rethrows: the caught failure; null for anything else.</summary>
    public Term? Thrown { get; private set; }

    /// <summary>Whether the successor of the block is known.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>The possible successors without a failure.</summary>
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
