using AppFlow.Fluent.Rules.Flow;
using AppFlow.Fluent.Rules.Terms;
using CsCheck;

namespace AppFlow.Fluent.Rules.Tests.Laws;

/// <summary>Derived facts are true for every assignment of values that satisfies the conditions.</summary>
public class ConditionsTests
{
    private static readonly Conditions Conditions = new((type, other) => type.Equals(other) || (type, other) is ("Cat", "Animal"));

    // A path that took, for each condition in turn, the way that the assignment says: the states that stand for it.
    private static readonly Gen<(Term[] Path, Term Next, Assignment Values)> Ways =
        Gen.Select(Terms.Condition.Array[0, 4], Terms.Condition, Terms.Assignment, (path, next, values) =>
            (path.Select(Terms.Canonical).ToArray(), Terms.Canonical(next), values));

    [Fact]
    public void ThePathThatAnAssignmentTakesIsFollowed() => Ways.Sample(
        way => StatesOf(way.Path, way.Values).Any(path => IsTrueOf(path, way.Values)),
        iter: 20_000);

    [Fact]
    public void ATestNeverContradictsWhatAgreesWithTheFacts() => Ways.Sample(
        way => StatesOf(way.Path, way.Values)
            .Where(path => IsTrueOf(path, way.Values))
            .All(path => Conditions.Test(way.Next, path) is not { } known || known == way.Values.Holds(way.Next)),
        iter: 20_000);

    [Fact]
    public void BothBranchesTogetherCoverWhatAgreesWithTheFacts() => Ways.Sample(
        way => StatesOf(way.Path, way.Values)
            .Where(path => IsTrueOf(path, way.Values))
            .All(path => Conditions.Assume(way.Next, holds: true, path)
                .Concat(Conditions.Assume(way.Next, holds: false, path))
                .Any(taken => IsTrueOf(taken, way.Values))),
        iter: 20_000);

    [Fact]
    public void ABranchThatWasTakenAddsNothingThatIsFalse() => Ways.Sample(
        way => StatesOf(way.Path, way.Values)
            .Where(path => IsTrueOf(path, way.Values))
            .All(path => Conditions.Assume(way.Next, way.Values.Holds(way.Next), path).Any(taken => IsTrueOf(taken, way.Values))),
        iter: 20_000);

    [Fact]
    public void WhatWasAssumedIsKnown() => Terms.Condition.Select(Gen.Bool).Sample(
        (condition, holds) =>
        {
            var term = Terms.Canonical(condition);
            return Conditions.Assume(term, holds, PathState.Start).All(path => Conditions.Test(term, path) is not { } known || known == holds);
        },
        iter: 10_000);

    [Fact]
    public void ASimpleConditionThatWasAssumedIsRemembered() => Gen.OneOfConst("f", "g").Select(Gen.Bool).Sample((name, holds) =>
    {
        var flag = new Variable(name, name);
        return Conditions.Assume(flag, holds, PathState.Start) is [var path] && Conditions.Test(flag, path) == holds
            && Conditions.Assume(flag, !holds, path).Count == 0;
    });

    [Fact]
    public void ValuesOfWhichOneIsNullAndTheOtherATextAreNotEqual()
    {
        var (x, y) = (new Variable("x", "x"), new Variable("y", "y"));
        var path = Conditions.Assume(new Apply(Function.Equal, y, Constant.Null), holds: true, PathState.Start).Single();
        path = Conditions.Assume(new Apply(Function.IsEmptyText, x), holds: true, path).Single();

        Assert.Equal(false, Conditions.Test(new Apply(Function.Equal, x, y), path));
        Assert.Equal(false, Conditions.Test(new Apply(Function.Equal, y, x), path));
        Assert.Null(Conditions.Test(new Apply(Function.Equal, x, new Variable("z", "z")), path));
    }

    private static List<PathState> StatesOf(Term[] path, Assignment values)
    {
        List<PathState> states = [PathState.Start];
        foreach (var condition in path)
        {
            states = [.. states.SelectMany(state => Conditions.Assume(condition, values.Holds(condition), state)).Distinct()];
        }

        return states;
    }

    private static bool IsTrueOf(PathState path, Assignment values)
    {
        for (var i = 0; i < path.Facts.Count; i++)
        {
            if (values.Holds(path.Facts.Keys[i]) != path.Facts.Values[i])
            {
                return false;
            }
        }

        return true;
    }
}
