using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>The range of a term, from its known comparisons with constants.</summary>
internal readonly struct Bounds
{
    private readonly long _least;
    private readonly long _most;

    private Bounds(long least, long most)
    {
        _least = least;
        _most = most;
    }

    /// <summary>Evaluates a comparison with a constant whole number; null if the result is unknown, or for any other condition.</summary>
    /// <param name="condition">A test for equality, for an order or for emptiness.</param>
    /// <param name="path">What is known.</param>
    public static bool? Test(Apply condition, PathState path)
    {
        if (path.Facts.Count == 0)
        {
            return null;
        }

        var operands = condition.Operands;
        switch (condition.Function.Kind)
        {
            case FunctionKind.Less when operands[1] is Constant { Value: int above }:
                return Of(operands[0], path).IsBelow(above);
            case FunctionKind.Less when operands[0] is Constant { Value: int below }:
                return Not(Of(operands[1], path).IsBelow(below + 1L));
            case FunctionKind.Equal when operands[1] is Constant { Value: int value }:
                return Of(operands[0], path).Is(value);
            case FunctionKind.IsEmpty:
                return Of(new Apply(Function.Count, operands[0]), path).IsBelow(1);
            case FunctionKind.IsEmptyText:
                return Of(new Apply(Function.Length, operands[0]), path).IsBelow(1);
            default:
                return null;
        }
    }

    private static Bounds Of(Term term, PathState path)
    {
        var (least, most) = (long.MinValue, long.MaxValue);
        for (var i = 0; i < path.Facts.Count; i++)
        {
            if (path.Facts.Keys[i] is not Apply fact)
            {
                continue;
            }

            var holds = path.Facts.Values[i];
            switch (fact.Function.Kind)
            {
                case FunctionKind.Less when fact.Operands[1] is Constant { Value: int above } && fact.Operands[0].Equals(term):
                    (least, most) = holds ? (least, Math.Min(most, above - 1L)) : (Math.Max(least, above), most);
                    break;
                case FunctionKind.Less when fact.Operands[0] is Constant { Value: int below } && fact.Operands[1].Equals(term):
                    (least, most) = holds ? (Math.Max(least, below + 1L), most) : (least, Math.Min(most, below));
                    break;
                case FunctionKind.Equal when holds && fact.Operands[1] is Constant { Value: int value } && fact.Operands[0].Equals(term):
                    (least, most) = (value, value);
                    break;
                case FunctionKind.IsEmpty or FunctionKind.IsEmptyText when term is Apply size && IsSize(size, fact):
                    (least, most) = holds ? (0, 0) : (Math.Max(least, 1), most);
                    break;
            }
        }

        return new Bounds(least, most);
    }

    private static bool IsSize(Apply size, Apply fact) =>
        size.Function.Kind == (fact.Function.Kind == FunctionKind.IsEmpty ? FunctionKind.Count : FunctionKind.Length)
        && size.Operands[0].Equals(fact.Operands[0]);

    private static bool? Not(bool? value) => !value;

    private bool? IsBelow(long limit) => _most < limit ? true : _least >= limit ? false : null;

    private bool? Is(long value) => value < _least || value > _most ? false : _least == _most ? true : null;
}
