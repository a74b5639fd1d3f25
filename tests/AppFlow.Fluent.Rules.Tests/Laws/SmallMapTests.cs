using AppFlow.Fluent.Rules.Flow;
using CsCheck;

namespace AppFlow.Fluent.Rules.Tests.Laws;

/// <summary>The map behaves like a dictionary and has value equality.</summary>
public class SmallMapTests
{
    private static readonly Gen<(int Key, string? Value)[]> Changes = Gen.Select(Gen.Int[0, 6], Gen.OneOfConst(null, "a", "b", "c")).Array[0, 20];

    [Fact]
    public void ItHoldsWhatADictionaryHolds() => Changes.Sample(changes =>
    {
        var (map, model) = Built(changes);
        return map.Count == model.Count
            && model.All(entry => map.TryGet(entry.Key, out var value) && value == entry.Value && map.Has(entry.Key))
            && map.Keys.Zip(map.Values).All(entry => model[entry.First] == entry.Second)
            && Enumerable.Range(0, 7).All(key => map.Has(key) == model.ContainsKey(key));
    });

    [Fact]
    public void TheOrderOfInsertionDoesNotTellMapsApart() => Gen.Select(Changes, Gen.Int[0, 1000]).Sample((changes, seed) =>
    {
        var (map, model) = Built(changes);
        var entries = model.ToArray();
        new Random(seed).Shuffle(entries);
        var other = entries.Aggregate(SmallMap<int, string>.Empty, (current, entry) => current.With(entry.Key, entry.Value));
        return map.Equals(other) && other.Equals(map) && map.GetHashCode() == other.GetHashCode();
    });

    [Fact]
    public void AnotherEntryIsAnotherMap() => Gen.Select(Changes, Changes).Sample((one, other) =>
    {
        var (map, model) = Built(one);
        var (otherMap, otherModel) = Built(other);
        var areEqual = model.Count == otherModel.Count && model.All(entry => otherModel.TryGetValue(entry.Key, out var value) && value == entry.Value);
        return map.Equals(otherMap) == areEqual;
    });

    [Fact]
    public void FilteringAndReplacingDoAsWithADictionary() => Gen.Select(Changes, Gen.Int[1, 3]).Sample((changes, factor) =>
    {
        var (map, model) = Built(changes);
        var even = map.Where((key, _) => key % 2 == 0);
        var changed = map.Select((key, value) => key % factor == 0 ? (key, value + "!") : key == 5 ? null : (key, value));
        var expected = model
            .Where(entry => entry.Key % factor == 0 || entry.Key != 5)
            .Aggregate(SmallMap<int, string>.Empty, (current, entry) => current.With(entry.Key, entry.Key % factor == 0 ? entry.Value + "!" : entry.Value));
        return even.Keys.Order().SequenceEqual(model.Keys.Where(key => key % 2 == 0).Order()) && changed.Equals(expected);
    });

    [Fact]
    public void WhatChangesNothingIsTheSameMap() => Changes.Sample(changes =>
    {
        var (map, model) = Built(changes);
        return model.All(entry => ReferenceEquals(map.With(entry.Key, entry.Value), map))
            && ReferenceEquals(map.Without(7), map)
            && ReferenceEquals(map.Where((_, _) => true), map)
            && ReferenceEquals(map.Select((key, value) => (key, value)), map);
    });

    // Null removes the entry.
    private static (SmallMap<int, string> Map, Dictionary<int, string> Model) Built((int Key, string? Value)[] changes)
    {
        var map = SmallMap<int, string>.Empty;
        var model = new Dictionary<int, string>();
        foreach (var (key, value) in changes)
        {
            if (value is null)
            {
                map = map.Without(key);
                model.Remove(key);
            }
            else
            {
                map = map.With(key, value);
                model[key] = value;
            }
        }

        return (map, model);
    }
}
