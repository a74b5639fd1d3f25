using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>Removes from a state what nothing reads from a block on, so that paths that differ only in that are merged.</summary>
/// <remarks>One instance serves all states of a body: they are many, and most of them lose little or nothing.</remarks>
internal sealed class Pruning
{
    private readonly GraphFacts _facts;
    private readonly HashSet<Term> _held = [];
    private readonly HashSet<Term> _asked = [];
    private readonly Func<Term, bool> _hold;
    private readonly Func<Term, bool> _ask;
    private readonly Func<Term, bool> _askIfRead;
    private readonly Func<Term, bool> _isUnheldLeaf;
    private readonly Func<Term, bool> _isUnaskedLeaf;
    private readonly Func<Variable, Term, bool> _isLive;
    private readonly Func<Term, RequestState, bool> _isHeldRequest;
    private readonly Func<Term, bool, bool> _isRelevant;
    private readonly Func<Term, Term, bool> _isOfHeld;
    private readonly Func<Root, Caught, bool> _isHeldFailure;
    private Block _block = null!;

    public Pruning(GraphFacts facts)
    {
        _facts = facts;
        _hold = part => Add(part, _held);
        _ask = part => Add(part, _asked);
        _askIfRead = part => part is Variable or Root { Age: 0 } && _facts.IsAsked(_block, GraphFacts.LeafOf(part)!) && Add(part, _asked);
        _isUnheldLeaf = part => part is Variable or Root && !IsHeld(part);
        _isUnaskedLeaf = part => part is Variable or Root && !_asked.Contains(part);
        _isLive = (variable, _) => _facts.IsLive(_block, variable);
        _isHeldRequest = (request, _) => IsHeld(request);
        _isRelevant = (fact, holds) => IsAsked(fact) || (holds && Distinguishes(fact));
        _isOfHeld = (memory, _) => memory.Operands.All(operand => !operand.Contains(_isUnheldLeaf));
        _isHeldFailure = (failure, _) => IsHeld(failure);
    }

    public PathState Of(PathState path, Block block)
    {
        _block = block;
        _held.Clear();
        _asked.Clear();
        return HeldRequests.Rename(Prune(path), block, _facts);
    }

    private PathState Prune(PathState path)
    {
        var variables = path.Variables.Where(_isLive);
        foreach (var value in variables.Values)
        {
            value.Contains(_hold);
        }

        foreach (var value in path.Memory.Values)
        {
            value.Contains(_hold);
        }

        var requests = path.Requests.Where(_isHeldRequest);
        var sends = path.Sends.Count == 0 ? path.Sends : new PastSends(Carried(requests), _block, _facts).Prune(path.Sends);
        foreach (var state in requests.Values)
        {
            HoldContent(state);
        }

        foreach (var sent in sends.Values)
        {
            HoldContent(sent.Request);
        }

        FindAsked(path.Facts, variables, requests);
        var (facts, memory, failures) = (path.Facts.Where(_isRelevant), path.Memory.Where(_isOfHeld), path.Failures.Where(_isHeldFailure));
        return ReferenceEquals(variables, path.Variables) && ReferenceEquals(requests, path.Requests) && ReferenceEquals(sends, path.Sends)
            && ReferenceEquals(facts, path.Facts) && ReferenceEquals(memory, path.Memory) && ReferenceEquals(failures, path.Failures)
                ? path
                : path with { Variables = variables, Requests = requests, Sends = sends, Facts = facts, Memory = memory, Failures = failures };
    }

    private void HoldContent(RequestState state)
    {
        foreach (var value in state.Fields.Values)
        {
            if (value.Value is { } term && value.Source.Field.Role == FieldRole.Content)
            {
                term.Contains(_hold);
            }
        }
    }

    private HashSet<Term> Carried(SmallMap<Term, RequestState> requests)
    {
        var carried = new HashSet<Term>(_held);
        bool Carry(Term part) => Add(part, carried);
        foreach (var state in requests.Values)
        {
            state.Origin?.Contains(Carry);
            foreach (var value in state.Fields.Values)
            {
                value.Value?.Contains(Carry);
            }
        }

        return carried;
    }

    private bool IsHeld(Term term) => _held.Contains(term) || (term is Variable or Root { Age: 0 } && _facts.IsLive(_block, GraphFacts.LeafOf(term)!));

    // Facts that a later condition may depend on.
    private void FindAsked(SmallMap<Term, bool> facts, SmallMap<Variable, Term> variables, SmallMap<Term, RequestState> requests)
    {
        if (facts.Count == 0)
        {
            return;
        }

        for (var i = 0; i < variables.Count; i++)
        {
            if (_facts.IsAsked(_block, variables.Keys[i]))
            {
                variables.Values[i].Contains(_ask);
                if (requests.TryGet(variables.Values[i], out var request))
                {
                    request.Origin?.Contains(_ask);
                }
            }
        }

        foreach (var fact in facts.Keys)
        {
            fact.Contains(_askIfRead);
        }
    }

    private bool IsAsked(Term fact) => !fact.Contains(_isUnaskedLeaf) && (_facts.IsAskedShape(_block, fact) || IsPartOfAsked(fact));

    // The value of a variable that a condition reads is relevant to the condition.
    private bool IsPartOfAsked(Term fact)
    {
        if (_asked.Contains(fact))
        {
            return true;
        }

        foreach (var operand in fact.Operands)
        {
            if (operand is Apply && _asked.Contains(operand))
            {
                return true;
            }
        }

        return false;
    }

    // Two items that equal the same value are the same item: the sends of both are compared by it.
    private bool Distinguishes(Term fact) =>
        fact is Apply { Function.Kind: FunctionKind.Equal } equal
        && !equal.Operands[1].Equals(Constant.Null)
        && !fact.Contains(_isUnheldLeaf);

    // For Term.Contains: all parts are visited.
    private static bool Add(Term part, HashSet<Term> parts)
    {
        parts.Add(part);
        return false;
    }
}
