using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>Facts about one of two equal values also apply to the other.</summary>
internal static class EqualValues
{
    // A longer chain of equal values is not followed to its end.
    private const int MaxFacts = 16;

    // Facts are also limited in length and number, because a loop would derive new ones in each iteration.
    private const int MaxKnown = 48;
    private const int MaxParts = 12;

    /// <summary>The facts with a new one, and with its consequences for equal values.</summary>
    public static SmallMap<Term, bool> With(SmallMap<Term, bool> facts, Term fact, bool holds)
    {
        var result = facts.With(fact, holds);
        if (!IsEquality(fact, holds) && !HasEquality(facts))
        {
            return result;
        }

        var open = new Queue<(Term Fact, bool Holds)>();
        open.Enqueue((fact, holds));
        for (var added = 0; open.Count > 0 && added < MaxFacts && result.Count < MaxKnown;)
        {
            var (next, value) = open.Dequeue();
            foreach (var (same, sameHolds) in Consequences(result, next, value))
            {
                if (!result.Has(same))
                {
                    result = result.With(same, sameHolds);
                    open.Enqueue((same, sameHolds));
                    added++;
                }
            }
        }

        return result;
    }

    private static List<(Term Fact, bool Holds)> Consequences(SmallMap<Term, bool> facts, Term fact, bool holds)
    {
        var consequences = new List<(Term, bool)>();
        for (var i = 0; i < facts.Count; i++)
        {
            if (IsEquality(facts.Keys[i], facts.Values[i]))
            {
                AddReplaced(fact, holds, facts.Keys[i], consequences);
            }

            if (IsEquality(fact, holds))
            {
                AddReplaced(facts.Keys[i], facts.Values[i], fact, consequences);
            }
        }

        return consequences;
    }

    private static void AddReplaced(Term fact, bool holds, Term equality, List<(Term, bool)> consequences)
    {
        if (fact.Equals(equality))
        {
            return;
        }

        for (var side = 0; side < 2; side++)
        {
            var (one, other) = (equality.Operands[side], equality.Operands[1 - side]);

            // A value that contains the other would be substituted into itself endlessly.
            if (other.Contains(part => part.Equals(one)))
            {
                continue;
            }

            switch (fact.Replace(part => part.Equals(one) ? other : null))
            {
                case Apply { Function.Kind: FunctionKind.Not } not:
                    consequences.Add((not.Operands[0], !holds));
                    break;
                case Constant:
                    break;
                case var replaced when !ReferenceEquals(replaced, fact) && IsShort(replaced):
                    consequences.Add((replaced, holds));
                    break;
            }
        }
    }

    private static bool IsShort(Term term)
    {
        var parts = 0;
        return !term.Contains(_ => ++parts > MaxParts);
    }

    private static bool HasEquality(SmallMap<Term, bool> facts)
    {
        for (var i = 0; i < facts.Count; i++)
        {
            if (IsEquality(facts.Keys[i], facts.Values[i]))
            {
                return true;
            }
        }

        return false;
    }

    // Only for two non-constant values, because constants need no facts.
    private static bool IsEquality(Term fact, bool holds) =>
        holds && fact is Apply { Function.Kind: FunctionKind.Equal } equal && equal.Operands[0] is not Constant && equal.Operands[1] is not Constant;
}
