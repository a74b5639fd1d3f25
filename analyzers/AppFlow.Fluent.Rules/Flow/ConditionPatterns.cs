using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>
/// The patterns of conditions, without names: <c>flags[3]</c> is element 3 of something. A fact about <c>flags[2]</c> is irrelevant to it,
/// although both are about <c>flags</c>.
/// </summary>
internal sealed class ConditionPatterns
{
    private static readonly Variable Something = new(new object(), "?");

    private static readonly Apply LengthOfSomething = new(Function.Length, Something);
    private static readonly Apply CountOfSomething = new(Function.Count, Something);

    private readonly Dictionary<Term, int> _indexes = [];
    private readonly Dictionary<Term, int[]> _indexesOf = [];

    public int Count => _indexes.Count;

    /// <summary>Records the patterns of a condition, or of a value that a condition may read. All are recorded before any is looked up.</summary>
    public void Note(Term asked)
    {
        foreach (var shape in Of(asked))
        {
            if (!_indexes.ContainsKey(shape))
            {
                _indexes.Add(shape, _indexes.Count);
            }
        }
    }

    /// <summary>Adds the patterns of a term to a set of pattern numbers; patterns that no condition has are omitted.</summary>
    public void Add(Term asked, ulong[] set)
    {
        foreach (var index in IndexesOf(asked))
        {
            set[index / 64] |= 1UL << (index % 64);
        }
    }

    /// <summary>Whether the set has any pattern of the term.</summary>
    public bool IsIn(ulong[] set, Term asked)
    {
        foreach (var index in IndexesOf(asked))
        {
            if ((set[index / 64] & (1UL << (index % 64))) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private int[] IndexesOf(Term asked)
    {
        if (!_indexesOf.TryGetValue(asked, out var indexes))
        {
            indexes = Of(asked).Where(_indexes.ContainsKey).Select(shape => _indexes[shape]).ToArray();
            _indexesOf.Add(asked, indexes);
        }

        return indexes;
    }

    // A test is relevant to its operand and to every other test of the operand; any other condition only to itself.
    private static IEnumerable<Term> Of(Term asked)
    {
        if (asked is not Apply apply)
        {
            return asked is Constant ? [] : [Something];
        }

        return apply.Function.Kind switch
        {
            FunctionKind.Not or FunctionKind.And or FunctionKind.Or or FunctionKind.Choice => apply.Operands.SelectMany(Of),
            FunctionKind.Equal or FunctionKind.Less or FunctionKind.Is or FunctionKind.FailureIs => apply.Operands.Where(operand => operand is not Constant).Select(WithoutNames),

            // Emptiness and length are related.
            FunctionKind.IsEmptyText or FunctionKind.IsBlankText => [WithoutNames(apply.Operands[0]), LengthOfSomething],
            FunctionKind.IsEmpty => [WithoutNames(apply), CountOfSomething],
            _ => [WithoutNames(apply)],
        };
    }

    private static Term WithoutNames(Term term) => term switch
    {
        // A variable may stand for any expression: only the function and its constants are the same in a condition and in a fact.
        Apply apply => new Apply(apply.Function, apply.Operands.Select(operand => operand is Constant ? operand : Something).ToArray()),
        Constant => term,
        _ => Something,
    };
}
