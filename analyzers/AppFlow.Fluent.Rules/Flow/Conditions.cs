using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>Tests conditions against what is known, and adds to it what a branch that was taken says.</summary>
/// <param name="implies">Whether what is of the first type is of the second one too.</param>
internal sealed class Conditions(Func<object, object, bool> implies)
{
    // A condition of more parts is remembered whole: each part would be a world of its own.
    private const int MostWorlds = 4;

    /// <summary>Whether the condition holds; null where that is not known.</summary>
    public bool? Test(Term condition, World world)
    {
        switch (condition)
        {
            case Constant { Value: bool value }:
                return value;
            case Apply apply:
                return world.Facts.TryGet(apply, out var known) ? known : TestParts(apply, world);
            default:
                return world.Facts.TryGet(condition, out var holds) ? holds : null;
        }
    }

    /// <summary>The worlds in which the condition holds, or does not: none where it cannot be so, several where that can be for several reasons.</summary>
    public IReadOnlyList<World> Assume(Term condition, bool holds, World world)
    {
        if (Test(condition, world) is { } known)
        {
            return known == holds ? [world] : [];
        }

        if (condition is Apply apply)
        {
            switch (apply.Function.Kind)
            {
                case FunctionKind.Not:
                    return Assume(apply.Operands[0], !holds, world);
                case FunctionKind.And:
                    return holds ? AssumeAll(apply.Operands, holds: true, world) : AssumeAny(apply, apply.Operands, holds: false, world);
                case FunctionKind.Or:
                    return holds ? AssumeAny(apply, apply.Operands, holds: true, world) : AssumeAll(apply.Operands, holds: false, world);
                case FunctionKind.Choice:
                    return AssumeChoice(apply, holds, world);
                case FunctionKind.FailureIs when AssumeFailure(apply, holds, world) is { } failed:
                    return failed;
                case FunctionKind.Succeeded or FunctionKind.Failed when AssumeOutcome(apply, holds, world) is { } ended:
                    return ended;
            }
        }

        return AssumeFact(condition, holds, world);
    }

    private bool? TestParts(Apply apply, World world)
    {
        var operands = apply.Operands;
        switch (apply.Function.Kind)
        {
            case FunctionKind.Not:
                return !Test(operands[0], world);
            case FunctionKind.And:
                return TestAll(operands, world, decisive: false);
            case FunctionKind.Or:
                return TestAll(operands, world, decisive: true);
            case FunctionKind.Choice:
                return Test(operands[0], world) is { } which
                    ? Test(which ? operands[1] : operands[2], world)
                    : Test(operands[1], world) is { } first && first == Test(operands[2], world) ? first : null;
            case FunctionKind.Equal:
                return TestEqual(operands[0], operands[1], world) ?? Bounds.Test(apply, world);
            case FunctionKind.Less or FunctionKind.IsEmpty:
                return Bounds.Test(apply, world);
            case FunctionKind.IsEmptyText:
                return TestText(operands[0], Function.IsBlankText, otherThatDecides: false, world) ?? Bounds.Test(apply, world);
            case FunctionKind.IsBlankText:
                return TestText(operands[0], Function.IsEmptyText, otherThatDecides: true, world);
            case FunctionKind.Is:
                return TestType(apply, world);
            case FunctionKind.FailureIs when CaughtBy(operands[0], world) is { Model: { } model, Classes: var classes }:
                return (classes & ~model.Must(apply.Function.Symbol!)) == 0 ? true
                    : (classes & model.May(apply.Function.Symbol!)) == 0 ? false
                    : null;
            default:
                return null;
        }
    }

    private bool? TestAll(IReadOnlyList<Term> operands, World world, bool decisive)
    {
        bool? result = !decisive;
        foreach (var operand in operands)
        {
            var value = Test(operand, world);
            if (value == decisive)
            {
                return decisive;
            }

            result = value is null ? null : result;
        }

        return result;
    }

    private static bool? TestEqual(Term one, Term other, World world)
    {
        if (other is not Constant constant)
        {
            return null;
        }

        for (var i = 0; i < world.Facts.Count; i++)
        {
            var holds = world.Facts.Values[i];
            if (world.Facts.Keys[i] is not Apply fact || !fact.Operands[0].Equals(one))
            {
                continue;
            }

            switch (fact.Function.Kind)
            {
                // Equal to one constant, and so to no other.
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

    private static bool? TestText(Term operand, Function other, bool otherThatDecides, World world)
    {
        if (world.Facts.TryGet(new Apply(Function.Equal, operand, Constant.Null), out var isNull) && isNull)
        {
            return false;
        }

        if (world.Facts.TryGet(new Apply(other, operand), out var holds) && holds == otherThatDecides)
        {
            return holds;
        }

        for (var i = 0; i < world.Facts.Count; i++)
        {
            if (world.Facts.Values[i]
                && world.Facts.Keys[i] is Apply { Function.Kind: FunctionKind.Equal } equal
                && equal.Operands[0].Equals(operand)
                && equal.Operands[1] is Constant { Value: string { Length: > 0 } text }
                && (text.Trim().Length > 0 || other.Kind == FunctionKind.IsBlankText))
            {
                return false;
            }
        }

        return null;
    }

    private bool? TestType(Apply test, World world)
    {
        // A request that was made here is of a kind that is known; a class of the program's own may derive from it.
        if (world.RequestOf(test.Operands[0]) is { Origin: null, Shape.Operation: var made } && test.Function.Symbol is { } tested)
        {
            return implies(made, tested) ? true : implies(tested, made) ? null : false;
        }

        for (var i = 0; i < world.Facts.Count; i++)
        {
            if (world.Facts.Keys[i] is not Apply fact || !fact.Operands[0].Equals(test.Operands[0]))
            {
                continue;
            }

            var holds = world.Facts.Values[i];
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

    private IReadOnlyList<World> AssumeAll(IReadOnlyList<Term> operands, bool holds, World world)
    {
        List<World> worlds = [world];
        foreach (var operand in operands)
        {
            worlds = worlds.SelectMany(each => Assume(operand, holds, each)).ToList();
            if (worlds.Count > MostWorlds)
            {
                return AssumeFact(operands.Count > 0 ? operand : Constant.True, holds, world);
            }
        }

        return worlds;
    }

    // Some operand is so: the first of them that is, after others that are not.
    private IReadOnlyList<World> AssumeAny(Apply whole, IReadOnlyList<Term> operands, bool holds, World world)
    {
        if (operands.Count > MostWorlds)
        {
            return AssumeFact(whole, whole.Function.Kind == FunctionKind.Or, world);
        }

        var worlds = new List<World>();
        IReadOnlyList<World> before = [world];
        foreach (var operand in operands)
        {
            worlds.AddRange(before.SelectMany(each => Assume(operand, holds, each)));
            before = before.SelectMany(each => Assume(operand, !holds, each)).ToList();
        }

        return worlds;
    }

    private List<World> AssumeChoice(Apply choice, bool holds, World world) =>
        Assume(choice.Operands[0], holds: true, world)
            .SelectMany(each => Assume(choice.Operands[1], holds, each))
            .Concat(Assume(choice.Operands[0], holds: false, world).SelectMany(each => Assume(choice.Operands[2], holds, each)))
            .ToList();

    private static IReadOnlyList<World>? AssumeFailure(Apply test, bool holds, World world)
    {
        if (CaughtBy(test.Operands[0], world) is not { Model: { } model } caught)
        {
            return null;
        }

        var classes = holds ? caught.Classes & model.May(test.Function.Symbol!) : caught.Classes & ~model.Must(test.Function.Symbol!);
        if (classes == 0)
        {
            return [];
        }

        // A test that tells no classes apart is remembered by itself: asked again, it says the same.
        world = world with
        {
            Failures = world.Failures.With((Root)test.Operands[0], caught with { Classes = classes }),
            Facts = world.Facts.With(test, holds),
        };
        return caught.Send is { } step && world.Sends.TryGet(step, out var sent)
            ? [world with { Sends = world.Sends.With(step, sent.With(classes)) }]
            : [world];
    }

    private static Caught? CaughtBy(Term failure, World world) => failure is Root root && world.Failures.TryGet(root, out var caught) ? caught : null;

    private static IReadOnlyList<World>? AssumeOutcome(Apply test, bool holds, World world)
    {
        if (test.Operands[0] is not Root { Age: 0 } task)
        {
            return null;
        }

        foreach (var sent in world.Sends.Values)
        {
            if (sent.Step.Task == task.Site && sent.Outcome is Outcome.Pending)
            {
                var outcome = (test.Function.Kind == FunctionKind.Succeeded) == holds ? Outcome.Succeeded : Outcome.Failed;
                return [world with { Sends = world.Sends.With(sent.Step, sent.With(outcome)), Facts = world.Facts.With(test, holds) }];
            }
        }

        return null;
    }

    private IReadOnlyList<World> AssumeFact(Term fact, bool holds, World world)
    {
        world = world with { Facts = EqualValues.With(world.Facts, fact, holds) };
        if (fact is not Apply apply)
        {
            return [world];
        }

        switch (apply.Function.Kind)
        {
            // The last of an enumeration's members is ruled out: there is no such value.
            case FunctionKind.Equal when !holds && apply.Operands[1] is Constant { Domain: { } domain }:
                return domain.All(value => Test(new Apply(Function.Equal, apply.Operands[0], new Constant(value)), world) == false) ? [] : [world];
            case FunctionKind.Equal when holds && apply.Operands[1] is Constant { Value: not null }:
            case FunctionKind.Is when holds:
            case FunctionKind.IsEmptyText when holds:
            case FunctionKind.IsBlankText when holds:
                return [world with { Facts = world.Facts.With(new Apply(Function.Equal, apply.Operands[0], Constant.Null), false) }];
            default:
                return [world];
        }
    }
}
