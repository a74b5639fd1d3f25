using AppFlow.Fluent.Rules.Flow;
using AppFlow.Fluent.Rules.Terms;
using CsCheck;

namespace AppFlow.Fluent.Rules.Tests.Laws;

/// <summary>What is known of conditions is true of every assignment of values that agrees with it.</summary>
public class ConditionsTests
{
    private static readonly Conditions Conditions = new((type, other) => type.Equals(other) || (type, other) is ("Cat", "Animal"));

    // A path that took, for each condition in turn, the way that the assignment says: the worlds that stand for it.
    private static readonly Gen<(Term[] Path, Term Next, Assignment Values)> Ways =
        Gen.Select(Terms.Condition.Array[0, 4], Terms.Condition, Terms.Assignment, (path, next, values) =>
            (path.Select(Terms.Canonical).ToArray(), Terms.Canonical(next), values));

    [Fact]
    public void ThePathThatAnAssignmentTakesIsFollowed() => Ways.Sample(
        way => WorldsOf(way.Path, way.Values).Any(world => IsTrueOf(world, way.Values)),
        iter: 20_000);

    [Fact]
    public void ATestNeverContradictsWhatAgreesWithTheFacts() => Ways.Sample(
        way => WorldsOf(way.Path, way.Values)
            .Where(world => IsTrueOf(world, way.Values))
            .All(world => Conditions.Test(way.Next, world) is not { } known || known == way.Values.Holds(way.Next)),
        iter: 20_000);

    [Fact]
    public void BothBranchesTogetherCoverWhatAgreesWithTheFacts() => Ways.Sample(
        way => WorldsOf(way.Path, way.Values)
            .Where(world => IsTrueOf(world, way.Values))
            .All(world => Conditions.Assume(way.Next, holds: true, world)
                .Concat(Conditions.Assume(way.Next, holds: false, world))
                .Any(taken => IsTrueOf(taken, way.Values))),
        iter: 20_000);

    [Fact]
    public void ABranchThatWasTakenAddsNothingThatIsFalse() => Ways.Sample(
        way => WorldsOf(way.Path, way.Values)
            .Where(world => IsTrueOf(world, way.Values))
            .All(world => Conditions.Assume(way.Next, way.Values.Holds(way.Next), world).Any(taken => IsTrueOf(taken, way.Values))),
        iter: 20_000);

    [Fact]
    public void WhatWasAssumedIsKnown() => Terms.Condition.Select(Gen.Bool).Sample(
        (condition, holds) =>
        {
            var term = Terms.Canonical(condition);
            return Conditions.Assume(term, holds, World.Start).All(world => Conditions.Test(term, world) is not { } known || known == holds);
        },
        iter: 10_000);

    [Fact]
    public void ASimpleConditionThatWasAssumedIsRemembered() => Gen.OneOfConst("f", "g").Select(Gen.Bool).Sample((name, holds) =>
    {
        var flag = new Variable(name, name);
        return Conditions.Assume(flag, holds, World.Start) is [var world] && Conditions.Test(flag, world) == holds
            && Conditions.Assume(flag, !holds, world).Count == 0;
    });

    private static List<World> WorldsOf(Term[] path, Assignment values)
    {
        List<World> worlds = [World.Start];
        foreach (var condition in path)
        {
            worlds = [.. worlds.SelectMany(world => Conditions.Assume(condition, values.Holds(condition), world)).Distinct()];
        }

        return worlds;
    }

    private static bool IsTrueOf(World world, Assignment values)
    {
        for (var i = 0; i < world.Facts.Count; i++)
        {
            if (values.Holds(world.Facts.Keys[i]) != world.Facts.Values[i])
            {
                return false;
            }
        }

        return true;
    }
}
