using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>
/// Facts about a graph that do not depend on paths: what is read later and must be kept, which blocks repeat, which operations are sent
/// later.
/// </summary>
internal sealed class GraphFacts
{
    private readonly StepGraph _graph;
    private readonly Dictionary<object, int> _leaves = [];
    private readonly ulong[][] _live;
    private readonly ulong[][] _asked;
    private readonly HashSet<object>[] _sentLater;
    private readonly int[] _loop;
    private readonly IReadOnlyList<int> _backwardOrder;
    private readonly Dictionary<object, int> _homes = [];
    private readonly HashSet<object> _strays = [];
    private readonly HashSet<Function> _askedMemory = [];
    private readonly HashSet<Term> _askedObjects = [];
    private readonly HashSet<Variable> _askedVariables = [];
    private readonly HashSet<object> _askedFields = [];
    private readonly ConditionPatterns _shapes = new();
    private readonly ulong[][] _shapesAsked;
    private readonly Dictionary<Variable, Site> _holders = [];
    private readonly StoredConditions _stored;

    // What a block is solved to, before it is compared with what is known.
    private readonly ulong[] _newLive;
    private readonly ulong[] _newAsked;
    private readonly ulong[] _newShapes;

    public GraphFacts(StepGraph graph)
    {
        _graph = graph;
        foreach (var block in graph.Blocks)
        {
            Index(block);
        }

        _stored = new StoredConditions(graph);
        foreach (var value in _stored.Values)
        {
            Ask(value, isStored: true);
        }

        var words = (_leaves.Count + 63) / 64;
        _live = graph.Blocks.Select(_ => new ulong[words]).ToArray();
        _asked = graph.Blocks.Select(_ => new ulong[words]).ToArray();
        _shapesAsked = graph.Blocks.Select(_ => new ulong[(_shapes.Count + 63) / 64]).ToArray();
        _sentLater = graph.Blocks.Select(_ => new HashSet<object>()).ToArray();
        (_loop, _backwardOrder) = RepeatedBlocks.Of(graph);
        (_newLive, _newAsked, _newShapes) = (new ulong[words], new ulong[words], new ulong[(_shapes.Count + 63) / 64]);
        Solve();
    }

    /// <summary>
    /// Whether two sends may be compared, because a token is given or something repeats. Otherwise only missing fields matter, not the
    /// values of fields.
    /// </summary>
    public bool ComparesRequests { get; private set; }

    /// <summary>Whether a condition reads a field of a request.</summary>
    public bool IsAskedField(Field candidate) => _askedFields.Contains(candidate);

    /// <summary>The index of a variable among everything that is read; the same number on every path.</summary>
    public int IndexOf(Variable variable) => _leaves.TryGetValue(variable, out var index) ? index : int.MaxValue;

    /// <summary>The name of the request that a variable holds, wherever it was created.</summary>
    public Site HolderOf(Variable variable)
    {
        if (!_holders.TryGetValue(variable, out var holder))
        {
            _holders.Add(variable, holder = new Site(SiteKind.Request));
        }

        return holder;
    }

    /// <summary>The number of block visits until nothing changed; a machine-independent measure of the work.</summary>
    public int SolvedBlocks { get; private set; }

    /// <summary>Whether a block may run more than once.</summary>
    public bool IsRepeated(Block block) => _loop[block.Index] != 0;

    /// <summary>Whether an earlier send or site may run again from the block on.</summary>
    public bool MayRunAgain(Block block, object stepOrSite) =>
        !_homes.TryGetValue(stepOrSite, out var home) || (_loop[home] != 0 && _loop[home] == _loop[block.Index]);

    /// <summary>Whether a variable or a site's value is read in the block or after it.</summary>
    public bool IsLive(Block block, object leaf) => _leaves.TryGetValue(leaf, out var index) && Has(_live[block.Index], index);

    /// <summary>Whether a condition in the block or after it depends on a variable or a site's value.</summary>
    public bool IsAsked(Block block, object leaf) => _leaves.TryGetValue(leaf, out var index) && Has(_asked[block.Index], index);

    /// <summary>Whether a condition in the block or after it has the pattern of a fact, whatever the names.</summary>
    public bool IsAskedShape(Block block, Term fact) => _shapes.IsIn(_shapesAsked[block.Index], fact);

    /// <summary>Whether a request of the operation is sent in the block or after it.</summary>
    public bool IsSentLater(Block block, object operation) => _sentLater[block.Index].Contains(operation);

    /// <summary>The results that a variable holds and that a condition tests as a whole; none for any other variable.</summary>
    public IReadOnlyList<Term> ConditionsIn(Variable variable) => _stored.ValuesOf(variable);

    /// <summary>Whether a step may write something that a condition of the body reads.</summary>
    public bool WritesTestedValue(Step step) => !step.IsWithinQuestion && step switch
    {
        AssignStep assign => _askedVariables.Contains(assign.Target),
        StoreStep store => _askedMemory.Contains(store.Target.Function)
            || (store.Target is { Function.Kind: FunctionKind.Element, Operands.Count: > 0 } element && _askedObjects.Contains(element.Operands[0])),
        CallStep call => (call.MayWriteAnyMember && _askedMemory.Count > 0)
            || call.MayChange.Any(_askedObjects.Contains)
            || call.Writes.Any(_askedVariables.Contains),
        _ => false,
    };

    /// <summary>Whether a step may write something that the condition reads.</summary>
    public static bool Writes(Step step, Term condition) => step switch
    {
        AssignStep assign => condition.Contains(assign.Target.Equals),
        StoreStep store => condition.Contains(part => part is Apply read && StoreStep.MayWrite(read, store.Target)),
        CallStep call => condition.Contains(part =>
            (part is Variable variable && call.Writes.Contains(variable))
            || (part is Apply { Function.ReadsMemory: true } read
                && (call.MayWriteAnyMember || read.Operands.Any(operand => operand.Contains(inner => call.MayChange.Contains(inner)))))),
        _ => false,
    };

    /// <summary>The key of a term in the read sets: a variable or a site.</summary>
    public static object? LeafOf(Term term) => term switch
    {
        Variable variable => variable,
        Root root => root.Site,
        _ => null,
    };

    private void Index(Block block)
    {
        foreach (var step in block.Steps)
        {
            foreach (var read in step.Reads)
            {
                Index(read);
            }

            switch (step)
            {
                case AssignStep assign:
                    Index(assign.Target);
                    _shapes.Note(assign.Value);
                    break;
                case AgainStep:
                    ComparesRequests = true;
                    break;
                case MutateStep mutate:
                    ComparesRequests |= mutate.Sets.Any(set => set.Field.Role != FieldRole.Content);
                    break;
                case MakeStep make:
                    Settle(make.Site, block);
                    break;
                case CreateStep create:
                    ComparesRequests |= create.Sets.Any(set => set.Field.Role != FieldRole.Content);
                    Settle(create.Request, block);
                    break;
                case SendStep send:
                    Index(send.Task.Value);
                    Settle(send, block);
                    Settle(send.Task, block);
                    break;
            }
        }

        if (block.Condition is { } condition)
        {
            Index(condition);
            Ask(condition, isStored: false);
            _shapes.Note(condition);
        }

        if (block.Thrown is { } thrown)
        {
            Index(thrown);
        }
    }

    // Code in two blocks may repeat wherever one of them does, so nothing is assumed.
    private void Settle(object stepOrSite, Block block)
    {
        if (_homes.TryGetValue(stepOrSite, out var home) && home != block.Index)
        {
            _strays.Add(stepOrSite);
            _homes.Remove(stepOrSite);
        }
        else if (!_strays.Contains(stepOrSite))
        {
            _homes[stepOrSite] = block.Index;
        }
    }

    private void Index(Term term)
    {
        if (LeafOf(term) is { } leaf && !_leaves.ContainsKey(leaf))
        {
            _leaves.Add(leaf, _leaves.Count);
        }

        foreach (var operand in term.Operands)
        {
            Index(operand);
        }
    }

    // A stored result is known as far as it depends on variables.
    private void Ask(Term term, bool isStored)
    {
        if (term is Variable variable)
        {
            if (!isStored)
            {
                _askedVariables.Add(variable);
            }
        }
        else if (term is Apply { Function: { Kind: FunctionKind.StableMember, Symbol: Field asked } })
        {
            _askedFields.Add(asked);
        }
        else if (term is Apply { Function.ReadsMemory: true } read)
        {
            _askedMemory.Add(read.Function);
            foreach (var operand in read.Operands)
            {
                operand.Contains(part =>
                {
                    _askedObjects.Add(part);
                    return false;
                });
            }
        }

        foreach (var operand in term.Operands)
        {
            Ask(operand, isStored);
        }
    }

    private void Solve()
    {
        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var index in _backwardOrder)
            {
                SolvedBlocks++;
                changed |= Solve(_graph.Blocks[index]);
            }
        }
    }

    private bool Solve(Block block)
    {
        var (live, asked, shapes) = (_newLive, _newAsked, _newShapes);
        Array.Clear(live, 0, live.Length);
        Array.Clear(asked, 0, asked.Length);
        _shapesAsked[block.Index].CopyTo(shapes, 0);
        var sent = _sentLater[block.Index];
        var sentBefore = sent.Count;
        if (block.WhenTrue is { } whenTrue)
        {
            Join(whenTrue, live, asked, shapes, sent);
        }

        if (block.WhenFalse is { } whenFalse)
        {
            Join(whenFalse, live, asked, shapes, sent);
        }

        if (block.Condition is { } condition)
        {
            Add(condition, live);
            Add(condition, asked);
            _shapes.Add(condition, shapes);
        }

        if (block.Thrown is { } thrown)
        {
            Add(thrown, live);
        }

        for (var i = block.Steps.Count - 1; i >= 0; i--)
        {
            Solve(block.Steps[i], live, asked, shapes, sent);
        }

        // Any step may be the last before the handler.
        if (block.Handler is { } handler)
        {
            Join(handler.First, live, asked, shapes, sent);
            Remove(handler.Failure, live);
        }

        return sent.Count != sentBefore | Update(_live[block.Index], live) | Update(_asked[block.Index], asked) | Update(_shapesAsked[block.Index], shapes);
    }

    private static bool Update(ulong[] known, ulong[] found)
    {
        var changed = false;
        for (var i = 0; i < known.Length; i++)
        {
            changed |= known[i] != found[i];
            known[i] = found[i];
        }

        return changed;
    }

    private void Solve(Step step, ulong[] live, ulong[] asked, ulong[] shapes, HashSet<object> sent)
    {
        switch (step)
        {
            case AssignStep assign:
                Remove(assign.Target, live);
                if (Remove(assign.Target, asked))
                {
                    Add(assign.Value, asked);
                    _shapes.Add(assign.Value, shapes);
                }

                break;
            case MakeStep make:
                Remove(make.Site, live);
                break;
            case CreateStep create:
                Remove(create.Request, live);
                break;
            case SendStep send:
                Remove(send.Task, live);
                sent.Add(send.Shape.Operation);
                break;
        }

        foreach (var read in step.Reads)
        {
            Add(read, live);
        }
    }

    private void Join(Block block, ulong[] live, ulong[] asked, ulong[] shapes, HashSet<object> sent)
    {
        for (var i = 0; i < shapes.Length; i++)
        {
            shapes[i] |= _shapesAsked[block.Index][i];
        }

        for (var i = 0; i < live.Length; i++)
        {
            live[i] |= _live[block.Index][i];
            asked[i] |= _asked[block.Index][i];
        }

        // A block that repeats at once would change the set that is read.
        if (_sentLater[block.Index] is var later && later != sent)
        {
            foreach (var operation in later)
            {
                sent.Add(operation);
            }
        }
    }

    private void Add(Term term, ulong[] set)
    {
        if (LeafOf(term) is { } leaf && _leaves.TryGetValue(leaf, out var index))
        {
            set[index / 64] |= 1UL << (index % 64);
        }

        foreach (var operand in term.Operands)
        {
            Add(operand, set);
        }
    }

    private bool Remove(object leaf, ulong[] set)
    {
        if (!_leaves.TryGetValue(leaf, out var index) || !Has(set, index))
        {
            return false;
        }

        set[index / 64] &= ~(1UL << (index % 64));
        return true;
    }

    private static bool Has(ulong[] set, int index) => (set[index / 64] & (1UL << (index % 64))) != 0;
}
