using CsCheck;

namespace AppFlow.Fluent.Rules.Tests.Laws;

/// <summary>The laws of merging two paths.</summary>
public class PathStateTests
{
    [Fact]
    public void MeetingItselfIsNothing() => PathStates.Any.Sample(path => path.Meet(path).Equals(path));

    [Fact]
    public void MeetHasNoOrder() => Gen.Select(PathStates.Any, PathStates.Any).Sample((one, other) => one.Meet(other).Equals(other.Meet(one)));

    [Fact]
    public void MeetHasNoGroups() => Gen.Select(PathStates.Any, PathStates.Any, PathStates.Any)
        .Sample((one, other, third) => one.Meet(other).Meet(third).Equals(one.Meet(other.Meet(third))), iter: 10_000);

    [Fact]
    public void WhatTwoPathsKnowTogetherEachOfThemKnows() => Gen.Select(PathStates.Any, PathStates.Any)
        .Sample((one, other) => one.Meet(other) is var met && met.IsBelow(one) && met.IsBelow(other));

    [Fact]
    public void WhatIsBelowBothIsBelowWhatTheyKnowTogether() => Gen.Select(PathStates.Any, PathStates.Any, PathStates.Any).Sample((one, other, third) =>
    {
        var (left, right) = (one.Meet(third), other.Meet(third));
        var below = left.Meet(right);
        return below.IsBelow(left.Meet(right)) && one.Meet(other).Meet(third).IsBelow(below);
    });

    [Fact]
    public void TheOrderIsReflexive() => PathStates.Any.Sample(path => path.IsBelow(path));

    [Fact]
    public void TheOrderIsAntisymmetric() => Gen.Select(PathStates.Any, PathStates.Any)
        .Sample((one, other) => !(one.IsBelow(other) && other.IsBelow(one)) || one.Equals(other));

    [Fact]
    public void TheOrderIsTransitive() => Gen.Select(PathStates.Any, PathStates.Any, PathStates.Any).Sample((one, other, third) =>
    {
        var middle = other.Meet(third);
        var lowest = middle.Meet(one);
        return lowest.IsBelow(middle) && middle.IsBelow(third) && lowest.IsBelow(third);
    });

    [Fact]
    public void AChainOfMeetsComesToAnEnd() => PathStates.Any.Array[1, 40].Sample(paths =>
    {
        var met = paths[0];
        foreach (var path in paths.Concat(paths))
        {
            var next = met.Meet(path);
            if (!next.IsBelow(met))
            {
                return false;
            }

            met = next;
        }

        return paths.All(met.IsBelow);
    });

    [Fact]
    public void NoFactIsMadeUp() => Gen.Select(PathStates.Any, PathStates.Any).Sample((one, other) =>
    {
        var met = one.Meet(other);
        return met.Facts.Keys.All(fact => one.Facts.Has(fact) && other.Facts.Has(fact))
            && met.Memory.Keys.All(memory => one.Memory.Has(memory) && other.Memory.Has(memory))
            && met.Sends.Keys.All(send => one.Sends.Has(send) && other.Sends.Has(send));
    });

    [Fact]
    public void EqualStatesHaveEqualHashes() => Gen.Select(PathStates.Any, PathStates.Any)
        .Sample((one, other) => !one.Equals(other) || one.GetHashCode() == other.GetHashCode());
}
