using CsCheck;

namespace AppFlow.Fluent.Rules.Tests.Laws;

/// <summary>The laws of what two ways know together.</summary>
public class WorldTests
{
    [Fact]
    public void MeetingItselfIsNothing() => Worlds.World.Sample(world => world.Meet(world).Equals(world));

    [Fact]
    public void MeetHasNoOrder() => Gen.Select(Worlds.World, Worlds.World).Sample((one, other) => one.Meet(other).Equals(other.Meet(one)));

    [Fact]
    public void MeetHasNoGroups() => Gen.Select(Worlds.World, Worlds.World, Worlds.World)
        .Sample((one, other, third) => one.Meet(other).Meet(third).Equals(one.Meet(other.Meet(third))), iter: 10_000);

    [Fact]
    public void WhatTwoWorldsKnowTogetherEachOfThemKnows() => Gen.Select(Worlds.World, Worlds.World)
        .Sample((one, other) => one.Meet(other) is var met && met.IsBelow(one) && met.IsBelow(other));

    [Fact]
    public void WhatIsBelowBothIsBelowWhatTheyKnowTogether() => Gen.Select(Worlds.World, Worlds.World, Worlds.World).Sample((one, other, third) =>
    {
        var (left, right) = (one.Meet(third), other.Meet(third));
        var below = left.Meet(right);
        return below.IsBelow(left.Meet(right)) && one.Meet(other).Meet(third).IsBelow(below);
    });

    [Fact]
    public void TheOrderIsReflexive() => Worlds.World.Sample(world => world.IsBelow(world));

    [Fact]
    public void TheOrderIsAntisymmetric() => Gen.Select(Worlds.World, Worlds.World)
        .Sample((one, other) => !(one.IsBelow(other) && other.IsBelow(one)) || one.Equals(other));

    [Fact]
    public void TheOrderIsTransitive() => Gen.Select(Worlds.World, Worlds.World, Worlds.World).Sample((one, other, third) =>
    {
        var middle = other.Meet(third);
        var lowest = middle.Meet(one);
        return lowest.IsBelow(middle) && middle.IsBelow(third) && lowest.IsBelow(third);
    });

    [Fact]
    public void AChainOfMeetsComesToAnEnd() => Worlds.World.Array[1, 40].Sample(worlds =>
    {
        var met = worlds[0];
        foreach (var world in worlds.Concat(worlds))
        {
            var next = met.Meet(world);
            if (!next.IsBelow(met))
            {
                return false;
            }

            met = next;
        }

        return worlds.All(met.IsBelow);
    });

    [Fact]
    public void NoFactIsMadeUp() => Gen.Select(Worlds.World, Worlds.World).Sample((one, other) =>
    {
        var met = one.Meet(other);
        return met.Facts.Keys.All(fact => one.Facts.Has(fact) && other.Facts.Has(fact))
            && met.Memory.Keys.All(memory => one.Memory.Has(memory) && other.Memory.Has(memory))
            && met.Sends.Keys.All(send => one.Sends.Has(send) && other.Sends.Has(send));
    });

    [Fact]
    public void EqualWorldsHaveEqualHashes() => Gen.Select(Worlds.World, Worlds.World)
        .Sample((one, other) => !one.Equals(other) || one.GetHashCode() == other.GetHashCode());
}
