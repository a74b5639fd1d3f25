using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>Takes out of a world what nothing reads from a block on: two ways that differ in nothing else are then one.</summary>
internal static class Pruning
{
    public static World Of(World world, Block block, GraphFacts facts)
    {
        var variables = world.Variables.Where((variable, _) => facts.IsLive(block, variable));
        var sends = world.Sends.Where((step, _) => facts.IsSentLater(block, step.Shape.Operation));
        var held = new HashSet<Term>();
        foreach (var value in variables.Values.Concat(world.Memory.Values))
        {
            value.Contains(part =>
            {
                held.Add(part);
                return false;
            });
        }

        var requests = world.Requests.Where((request, _) =>
            held.Contains(request)
            || (request is Root { Age: 0 } root ? facts.IsLive(block, root.Site) : request is Variable variable && facts.IsLive(block, variable)));
        var asked = AskedLeaves(world, variables, requests, sends, block, facts);
        return world with
        {
            Variables = variables,
            Requests = requests,
            Sends = sends,
            Facts = world.Facts.Where((fact, _) => IsRelevant(fact, asked)),
            Memory = world.Memory.Where((memory, _) => IsRelevant(memory, asked) || memory.Operands.All(operand => IsHeld(operand, block, held, facts))),
            Failures = world.Failures.Where((failure, _) => held.Contains(failure) || facts.IsLive(block, failure.Site)),
        };
    }

    private static bool IsHeld(Term term, Block block, HashSet<Term> held, GraphFacts facts) =>
        held.Contains(term) || (GraphFacts.LeafOf(term) is { } leaf && facts.IsLive(block, leaf));

    // The leaves of terms that a condition may still ask about, and of what was sent: tests tell which items are one.
    private static HashSet<Term> AskedLeaves(
        World world,
        SmallMap<Variable, Term> variables,
        SmallMap<Term, RequestState> requests,
        SmallMap<SendStep, Sent> sends,
        Block block,
        GraphFacts facts)
    {
        var leaves = new HashSet<Term>();
        for (var i = 0; i < variables.Count; i++)
        {
            if (facts.IsAsked(block, variables.Keys[i]))
            {
                AddLeaves(variables.Values[i], leaves);
                if (requests.TryGet(variables.Values[i], out var request) && request.Origin is { } origin)
                {
                    AddLeaves(origin, leaves);
                }
            }
        }

        foreach (var fact in world.Facts.Keys)
        {
            fact.Contains(part =>
            {
                if (GraphFacts.LeafOf(part) is { } leaf && part is Variable or Root { Age: 0 } && facts.IsAsked(block, leaf))
                {
                    leaves.Add(part);
                }

                return false;
            });
        }

        foreach (var sent in sends.Values)
        {
            foreach (var value in sent.Request.Fields.Values)
            {
                if (value.Value is { } term && value.Source.Field.Role == Shapes.FieldRole.Content)
                {
                    AddLeaves(term, leaves);
                }
            }
        }

        // What is sent next will be compared with what was sent: by the same tests.
        if (sends.Count > 0)
        {
            foreach (var value in variables.Values)
            {
                AddLeaves(value, leaves);
            }
        }

        return leaves;
    }

    private static void AddLeaves(Term term, HashSet<Term> leaves) => term.Contains(part =>
    {
        if (part is Variable or Root)
        {
            leaves.Add(part);
        }

        return false;
    });

    private static bool IsRelevant(Term term, HashSet<Term> leaves) => !term.Contains(part => part is Variable or Root && !leaves.Contains(part));
}
