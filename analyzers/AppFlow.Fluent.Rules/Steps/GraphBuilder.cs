using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>
/// Puts a <see cref="StepGraph"/> together while a front end walks its own tree: steps go into <see cref="Current"/>, and what branches, loops and catches
/// is said by the methods here, so that every front end gets the same graph for the same program.
/// </summary>
internal sealed class GraphBuilder
{
    // What is no longer read is forgotten between blocks: a body without a branch would carry all of it to its end.
    private const int MostSteps = 24;

    private readonly List<Block> _blocks = [];
    private readonly Stack<Handler> _handlers = new();

    public GraphBuilder() => Current = NewBlock();

    /// <summary>The block that the next step goes into. After a jump it is one that nothing leads to, whose steps are never run.</summary>
    public Block Current { get; private set; }

    /// <summary>The innermost handler around the next step; null where there is none.</summary>
    public Handler? Handler => _handlers.Count > 0 ? _handlers.Peek() : null;

    /// <summary>How many handlers are around the next step: a jump out of a <c>try</c> leaves those above the target's count.</summary>
    public int HandlerDepth => _handlers.Count;

    public void Add(Step step)
    {
        if (Current.Steps.Count >= MostSteps && !Current.IsEnded)
        {
            Continue(NewBlock());
        }

        Current.Add(step);
    }

    /// <summary>A new block under the handlers of the moment, that nothing leads to yet.</summary>
    public Block NewBlock()
    {
        var block = new Block(_blocks.Count) { Handler = Handler };
        _blocks.Add(block);
        return block;
    }

    /// <summary>Takes back the block that was made last, where nothing was added to it and nothing leads to it; any other stays.</summary>
    public void Drop(Block block)
    {
        if (block.Steps.Count == 0 && !block.IsEnded && block != Current && _blocks[_blocks.Count - 1] == block)
        {
            _blocks.RemoveAt(_blocks.Count - 1);
        }
    }

    /// <summary>Goes on to a block, and makes it the current one.</summary>
    public void Continue(Block block)
    {
        Current.GoTo(block);
        Current = block;
    }

    /// <summary>Makes a block the current one, without a way to it from here.</summary>
    public void Resume(Block block) => Current = block;

    /// <summary>Goes on to a block; what follows is reached by other ways, if at all.</summary>
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

    /// <summary>Throws: what was caught before, or anything else where <paramref name="thrown"/> is null.</summary>
    public void Throw(Term? thrown)
    {
        Current.Throw(thrown);
        Current = NewBlock();
    }

    /// <summary>What follows is under the handler, until <see cref="PopHandler"/>.</summary>
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

    /// <summary>The graph of all that was added.</summary>
    public StepGraph Build()
    {
        Current.Return();
        return new StepGraph(_blocks);
    }
}
