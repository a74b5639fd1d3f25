using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>Evaluates conditions with the known facts, and adds the facts of a taken branch.</summary>
/// <param name="implies">Whether the first type implies the second.</param>
internal sealed class Conditions(Func<object, object, bool> implies)
{
    // A condition with more parts is stored as a whole, because each part would create a separate path.
    private const int MaxPaths = 4;

    /// <summary>Whether the condition is true; null if unknown.</summary>
    public bool? Test(Term condition, PathState path)
    {
        switch (condition)
        {
            case Constant { Value: bool value }:
                return value;
            case Apply apply:
                return path.Facts.TryGet(apply, out var known) ? known : TestParts(apply, path);
            default:
                return path.Facts.TryGet(condition, out var holds) ? holds : null;
        }
    }

    /// <summary>
    /// The states in which the condition is true or false: none if it cannot be, several if there are several possible reasons.
    /// </summary>
    public IReadOnlyList<PathState> Assume(Term condition, bool holds, PathState path)
    {
        if (Test(condition, path) is { } known)
        {
            return known == holds ? [path] : [];
        }

        if (condition is Apply apply)
        {
            switch (apply.Function.Kind)
            {
                case FunctionKind.Not:
                    return Assume(apply.Operands[0], !holds, path);
                case FunctionKind.And:
                    return Possible(holds ? AssumeAll(apply.Operands, holds: true, path) : AssumeAny(apply, apply.Operands, holds: false, path));
                case FunctionKind.Or:
                    return Possible(holds ? AssumeAny(apply, apply.Operands, holds: true, path) : AssumeAll(apply.Operands, holds: false, path));
                case FunctionKind.Choice:
                    return Possible(AssumeChoice(apply, holds, path));
                case FunctionKind.FailureIs when AssumeFailure(apply, holds, path) is { } failed:
                    return failed;
                case FunctionKind.Succeeded or FunctionKind.Failed when AssumeOutcome(apply, holds, path) is { } ended:
                    return ended;
            }
        }

        return AssumeFact(condition, holds, path);

        // A later part may say more of the values in an earlier one.
        IReadOnlyList<PathState> Possible(IReadOnlyList<PathState> paths) => [.. paths.Where(taken => Test(condition, taken) != !holds)];
    }

    private bool? TestParts(Apply apply, PathState path)
    {
        var operands = apply.Operands;
        switch (apply.Function.Kind)
        {
            case FunctionKind.Not:
                return !Test(operands[0], path);
            case FunctionKind.And:
                return TestAll(operands, path, decisive: false);
            case FunctionKind.Or:
                return TestAll(operands, path, decisive: true);
            case FunctionKind.Choice:
                return Test(operands[0], path) is { } which
                    ? Test(which ? operands[1] : operands[2], path)
                    : Test(operands[1], path) is { } first && first == Test(operands[2], path) ? first : null;
            case FunctionKind.Equal:
                return TestEqual(operands[0], operands[1], path) ?? Bounds.Test(apply, path);
            case FunctionKind.Less or FunctionKind.IsEmpty:
                return Bounds.Test(apply, path);
            case FunctionKind.IsEmptyText:
                return TestText(operands[0], Function.IsBlankText, otherThatDecides: false, path) ?? Bounds.Test(apply, path);
            case FunctionKind.IsBlankText:
                return TestText(operands[0], Function.IsEmptyText, otherThatDecides: true, path);
            case FunctionKind.Is:
                return TestType(apply, path);
            case FunctionKind.FailureIs when CaughtBy(operands[0], path) is { Model: { } model, Classes: var classes }:
                return (classes & ~model.Must(apply.Function.Symbol!)) == 0 ? true
                    : (classes & model.May(apply.Function.Symbol!)) == 0 ? false
                    : null;
            default:
                return null;
        }
    }

    private bool? TestAll(IReadOnlyList<Term> operands, PathState path, bool decisive)
    {
        bool? result = !decisive;
        foreach (var operand in operands)
        {
            var value = Test(operand, path);
            if (value == decisive)
            {
                return decisive;
            }

            result = value is null ? null : result;
        }

        return result;
    }

    private bool? TestEqual(Term one, Term other, PathState path)
    {
        if (other is not Constant constant)
        {
            return IsToldApart(one, other, path) || IsToldApart(other, one, path) ? false : null;
        }

        for (var i = 0; i < path.Facts.Count; i++)
        {
            var holds = path.Facts.Values[i];
            if (path.Facts.Keys[i] is not Apply fact || !fact.Operands[0].Equals(one))
            {
                continue;
            }

            switch (fact.Function.Kind)
            {
                // A value equal to one constant differs from all others.
                case FunctionKind.Equal when holds && fact.Operands[1] is Constant found:
                    return found.Equals(constant);
                case FunctionKind.Is when holds && constant.Value is null:
                case FunctionKind.IsEmptyText when holds && constant.Value is null:
                case FunctionKind.IsBlankText when holds && constant.Value is null:
                    return false;
                case FunctionKind.IsEmptyText when holds && constant.Value is string { Length: > 0 }:
                    return false;
            }
        }

        return null;
    }

    // Something is true of one value and false of the other.
    private bool IsToldApart(Term one, Term other, PathState path)
    {
        for (var i = 0; i < path.Facts.Count; i++)
        {
            if (path.Facts.Keys[i] is Apply { Function.Kind: FunctionKind.Equal or FunctionKind.IsEmptyText or FunctionKind.IsBlankText } fact
                && fact.Operands[0].Equals(one)
                && (fact.Operands.Count == 1 || fact.Operands[1] is Constant)
                && Test(fact.Operands.Count == 1 ? new Apply(fact.Function, other) : new Apply(fact.Function, other, fact.Operands[1]), path) == !path.Facts.Values[i])
            {
                return true;
            }
        }

        return false;
    }

    private static bool? TestText(Term operand, Function other, bool otherThatDecides, PathState path)
    {
        if (path.Facts.TryGet(new Apply(Function.Equal, operand, Constant.Null), out var isNull) && isNull)
        {
            return false;
        }

        if (path.Facts.TryGet(new Apply(other, operand), out var holds) && holds == otherThatDecides)
        {
            return holds;
        }

        for (var i = 0; i < path.Facts.Count; i++)
        {
            if (path.Facts.Values[i]
                && path.Facts.Keys[i] is Apply { Function.Kind: FunctionKind.Equal } equal
                && equal.Operands[0].Equals(operand)
                && equal.Operands[1] is Constant { Value: string { Length: > 0 } text }
                && (text.Trim().Length > 0 || other.Kind == FunctionKind.IsBlankText))
            {
                return false;
            }
        }

        return null;
    }

    private bool? TestType(Apply test, PathState path)
    {
        // A request created here has a known kind; one of the program's own classes may derive from it.
        if (path.RequestOf(test.Operands[0]) is { Origin: null, Shape.Operation: var made } && test.Function.Symbol is { } tested)
        {
            return implies(made, tested) ? true : implies(tested, made) ? null : false;
        }

        for (var i = 0; i < path.Facts.Count; i++)
        {
            if (path.Facts.Keys[i] is not Apply fact || !fact.Operands[0].Equals(test.Operands[0]))
            {
                continue;
            }

            var holds = path.Facts.Values[i];
            if (fact.Function.Kind == FunctionKind.Is)
            {
                if (holds && implies(fact.Function.Symbol!, test.Function.Symbol!))
                {
                    return true;
                }

                if (!holds && implies(test.Function.Symbol!, fact.Function.Symbol!))
                {
                    return false;
                }
            }
            else if (holds && fact.Function.Kind == FunctionKind.Equal && fact.Operands[1] is Constant { Value: null })
            {
                return false;
            }
        }

        return null;
    }

    private IReadOnlyList<PathState> AssumeAll(IReadOnlyList<Term> operands, bool holds, PathState path)
    {
        List<PathState> paths = [path];
        foreach (var operand in operands)
        {
            paths = paths.SelectMany(each => Assume(operand, holds, each)).ToList();
            if (paths.Count > MaxPaths)
            {
                return AssumeFact(operands.Count > 0 ? operand : Constant.True, holds, path);
            }
        }

        return paths;
    }

    // One case per operand: it is the first that is so, after others that are not.
    private IReadOnlyList<PathState> AssumeAny(Apply whole, IReadOnlyList<Term> operands, bool holds, PathState path)
    {
        if (operands.Count > MaxPaths)
        {
            return AssumeFact(whole, whole.Function.Kind == FunctionKind.Or, path);
        }

        var paths = new List<PathState>();
        IReadOnlyList<PathState> before = [path];
        foreach (var operand in operands)
        {
            paths.AddRange(before.SelectMany(each => Assume(operand, holds, each)));
            before = before.SelectMany(each => Assume(operand, !holds, each)).ToList();
        }

        return paths;
    }

    private List<PathState> AssumeChoice(Apply choice, bool holds, PathState path) =>
        Assume(choice.Operands[0], holds: true, path)
            .SelectMany(each => Assume(choice.Operands[1], holds, each))
            .Concat(Assume(choice.Operands[0], holds: false, path).SelectMany(each => Assume(choice.Operands[2], holds, each)))
            .ToList();

    private static IReadOnlyList<PathState>? AssumeFailure(Apply test, bool holds, PathState path)
    {
        if (CaughtBy(test.Operands[0], path) is not { Model: { } model } caught)
        {
            return null;
        }

        var classes = holds ? caught.Classes & model.May(test.Function.Symbol!) : caught.Classes & ~model.Must(test.Function.Symbol!);
        if (classes == 0)
        {
            return [];
        }

        // A test that does not distinguish classes is stored itself, because it gives the same result again.
        path = path with
        {
            Failures = path.Failures.With((Root)test.Operands[0], caught with { Classes = classes }),
            Facts = path.Facts.With(test, holds),
        };
        return caught.Send is { } step && path.Sends.TryGet(step, out var sent)
            ? [path with { Sends = path.Sends.With(step, sent.With(classes)) }]
            : [path];
    }

    private static Caught? CaughtBy(Term failure, PathState path) => failure is Root root && path.Failures.TryGet(root, out var caught) ? caught : null;

    private static IReadOnlyList<PathState>? AssumeOutcome(Apply test, bool holds, PathState path)
    {
        if (test.Operands[0] is not Root { Age: 0 } task)
        {
            return null;
        }

        foreach (var sent in path.Sends.Values)
        {
            if (sent.Step.Task == task.Site && sent.Outcome is Outcome.Pending)
            {
                var outcome = (test.Function.Kind == FunctionKind.Succeeded) == holds ? Outcome.Succeeded : Outcome.Failed;
                return [path with { Sends = path.Sends.With(sent.Step, sent.With(outcome)), Facts = path.Facts.With(test, holds) }];
            }
        }

        return null;
    }

    private IReadOnlyList<PathState> AssumeFact(Term fact, bool holds, PathState path)
    {
        path = path with { Facts = EqualValues.With(path.Facts, fact, holds) };
        if (fact is not Apply apply)
        {
            return [path];
        }

        switch (apply.Function.Kind)
        {
            // All members of the enumeration are excluded, so there is no such value.
            case FunctionKind.Equal when !holds && apply.Operands[1] is Constant { Domain: { } domain }:
                return domain.All(value => Test(new Apply(Function.Equal, apply.Operands[0], new Constant(value)), path) == false) ? [] : [path];
            case FunctionKind.Equal when holds && apply.Operands[1] is Constant { Value: not null }:
            case FunctionKind.Is when holds:
            case FunctionKind.IsEmptyText when holds:
            case FunctionKind.IsBlankText when holds:
                return [path with { Facts = path.Facts.With(new Apply(Function.Equal, apply.Operands[0], Constant.Null), false) }];
            default:
                return [path];
        }
    }
}
