using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>Removes from a state what nothing reads from a block on, so that paths that differ only in that are merged.</summary>
internal sealed class Pruning
{
    private readonly PathState _path;
    private readonly Block _block;
    private readonly GraphFacts _facts;
    private readonly HashSet<Term> _held = [];
    private readonly HashSet<Term> _asked = [];

    private Pruning(PathState path, Block block, GraphFacts facts)
    {
        _path = path;
        _block = block;
        _facts = facts;
    }

    public static PathState Of(PathState path, Block block, GraphFacts facts) => HeldRequests.Rename(new Pruning(path, block, facts).Prune(), block, facts);

    private PathState Prune()
    {
        var variables = _path.Variables.Where((variable, _) => _facts.IsLive(_block, variable));
        foreach (var value in variables.Values.Concat(_path.Memory.Values))
        {
            AddParts(value, _held);
        }

        var requests = _path.Requests.Where((request, _) => IsHeld(request));
        var sends = new PastSends(Carried(requests), _block, _facts).Prune(_path.Sends);
        foreach (var state in requests.Values.Concat(sends.Values.Select(sent => sent.Request)))
        {
            foreach (var value in state.Fields.Values)
            {
                if (value.Value is { } term && value.Source.Field.Role == FieldRole.Content)
                {
                    AddParts(term, _held);
                }
            }
        }

        FindAsked(variables, requests);
        return _path with
        {
            Variables = variables,
            Requests = requests,
            Sends = sends,
            Facts = _path.Facts.Where((fact, holds) => IsAsked(fact) || (holds && Distinguishes(fact))),
            Memory = _path.Memory.Where((memory, _) => memory.Operands.All(operand => !operand.Contains(part => part is Variable or Root && !IsHeld(part)))),
            Failures = _path.Failures.Where((failure, _) => IsHeld(failure)),
        };
    }

    private HashSet<Term> Carried(SmallMap<Term, RequestState> requests)
    {
        var carried = new HashSet<Term>(_held);
        foreach (var state in requests.Values)
        {
            if (state.Origin is { } origin)
            {
                AddParts(origin, carried);
            }

            foreach (var value in state.Fields.Values)
            {
                if (value.Value is { } term)
                {
                    AddParts(term, carried);
                }
            }
        }

        return carried;
    }

    private bool IsHeld(Term term) => _held.Contains(term) || (term is Variable or Root { Age: 0 } && _facts.IsLive(_block, GraphFacts.LeafOf(term)!));

    // Facts that a later condition may depend on.
    private void FindAsked(SmallMap<Variable, Term> variables, SmallMap<Term, RequestState> requests)
    {
        for (var i = 0; i < variables.Count; i++)
        {
            if (_facts.IsAsked(_block, variables.Keys[i]))
            {
                AddParts(variables.Values[i], _asked);
                if (requests.TryGet(variables.Values[i], out var request) && request.Origin is { } origin)
                {
                    AddParts(origin, _asked);
                }
            }
        }

        foreach (var fact in _path.Facts.Keys)
        {
            fact.Contains(part =>
            {
                if (part is Variable or Root { Age: 0 } && _facts.IsAsked(_block, GraphFacts.LeafOf(part)!))
                {
                    _asked.Add(part);
                }

                return false;
            });
        }
    }

    private bool IsAsked(Term fact) =>
        !fact.Contains(part => part is Variable or Root && !_asked.Contains(part)) && (_facts.IsAskedShape(_block, fact) || IsPartOfAsked(fact));

    // The value of a variable that a condition reads is relevant to the condition.
    private bool IsPartOfAsked(Term fact) => _asked.Contains(fact) || fact.Operands.Any(operand => operand is Apply && _asked.Contains(operand));

    // Two items that equal the same value are the same item: the sends of both are compared by it.
    private bool Distinguishes(Term fact) =>
        fact is Apply { Function.Kind: FunctionKind.Equal } equal
        && !equal.Operands[1].Equals(Constant.Null)
        && !fact.Contains(part => part is Variable or Root && !IsHeld(part));

    private static void AddParts(Term term, HashSet<Term> parts) => term.Contains(part =>
    {
        parts.Add(part);
        return false;
    });
}
