using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>
/// What conditions ask about, without the names: <c>flags[3]</c> is an element of something at 3. A fact about <c>flags[2]</c> tells nothing of it, although
/// both are about <c>flags</c>.
/// </summary>
internal sealed class ConditionPatterns
{
    private static readonly Variable Something = new(new object(), "?");

    private static readonly Apply LengthOfSomething = new(Function.Length, Something);
    private static readonly Apply CountOfSomething = new(Function.Count, Something);

    private readonly Dictionary<Term, int> _indexes = [];

    public int Count => _indexes.Count;

    /// <summary>Notes what a condition, or a value that a condition may read, asks about.</summary>
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

    /// <summary>The numbers of what a term asks about; those that no condition asks about have none.</summary>
    public IEnumerable<int> IndexesOf(Term asked)
    {
        foreach (var shape in Of(asked))
        {
            if (_indexes.TryGetValue(shape, out var index))
            {
                yield return index;
            }
        }
    }

    // A test tells something of what it tests, and of each other test of it; any other truth is about itself.
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

            // What is empty has no length, and what has one is not empty.
            FunctionKind.IsEmptyText or FunctionKind.IsBlankText => [WithoutNames(apply.Operands[0]), LengthOfSomething],
            FunctionKind.IsEmpty => [WithoutNames(apply), CountOfSomething],
            _ => [WithoutNames(apply)],
        };
    }

    private static Term WithoutNames(Term term) => term switch
    {
        // What a variable stands for may be made of anything: only the function and its constants are the same in a condition and in a fact.
        Apply apply => new Apply(apply.Function, apply.Operands.Select(operand => operand is Constant ? operand : Something).ToArray()),
        Constant => term,
        _ => Something,
    };
}
