using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>
/// Builds a <see cref="StepGraph"/> while a front end walks its own tree: steps go into <see cref="Current"/>, and the methods here create
/// branches, loops and handlers, so that every front end gets the same graph for the same program.
/// </summary>
internal sealed class GraphBuilder
{
    // Unread values are dropped between blocks; without this, a body without branches would keep all of them to its end.
    private const int MaxSteps = 24;

    private readonly List<Block> _blocks = [];
    private readonly Stack<Handler> _handlers = new();

    public GraphBuilder() => Current = NewBlock();

    /// <summary>The block of the next step. After a jump it is an unreachable block, whose steps never run.</summary>
    public Block Current { get; private set; }

    /// <summary>The innermost handler around the next step; null if there is none.</summary>
    public Handler? Handler => _handlers.Count > 0 ? _handlers.Peek() : null;

    /// <summary>
    /// How many handlers are around the next step: a jump out of a <c>try</c> leaves the handlers above the target's count.
    /// </summary>
    public int HandlerDepth => _handlers.Count;

    public void Add(Step step)
    {
        if (Current.Steps.Count >= MaxSteps && !Current.IsEnded)
        {
            Continue(NewBlock());
        }

        Current.Add(step);
    }

    /// <summary>A new block under the current handlers, without a predecessor yet.</summary>
    public Block NewBlock()
    {
        var block = new Block(_blocks.Count) { Handler = Handler };
        _blocks.Add(block);
        return block;
    }

    /// <summary>Removes the last created block if it is empty and has no predecessor; any other stays.</summary>
    public void Drop(Block block)
    {
        if (block.Steps.Count == 0 && !block.IsEnded && block != Current && _blocks[_blocks.Count - 1] == block)
        {
            _blocks.RemoveAt(_blocks.Count - 1);
        }
    }

    /// <summary>Continues at a block and makes it the current one.</summary>
    public void Continue(Block block)
    {
        Current.GoTo(block);
        Current = block;
    }

    /// <summary>Makes a block the current one, without an edge from here.</summary>
    public void Resume(Block block) => Current = block;

    /// <summary>Jumps to a block; the following steps are only reached in other ways, if at all.</summary>
    public void Jump(Block target)
    {
        Current.GoTo(target);
        Current = NewBlock();
    }

    public void Branch(Term condition, Block whenTrue, Block whenFalse) => Current.Branch(condition, whenTrue, whenFalse);

    public void Return()
    {
        Current.Return();
        Current = NewBlock();
    }

    /// <summary>Throws the caught failure, or anything else if <paramref name="thrown"/> is null.</summary>
    public void Throw(Term? thrown)
    {
        Current.Throw(thrown);
        Current = NewBlock();
    }

    /// <summary>The following steps are under the handler, until <see cref="PopHandler"/>.</summary>
    public void PushHandler(Handler handler)
    {
        _handlers.Push(handler);
        Continue(NewBlock());
    }

    public void PopHandler()
    {
        _handlers.Pop();
        Continue(NewBlock());
    }

    /// <summary>The finished graph.</summary>
    public StepGraph Build()
    {
        Current.Return();
        return new StepGraph(_blocks);
    }
}
