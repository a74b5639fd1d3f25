using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Flow;

/// <summary>
/// One way in which a point of a body can be reached: the requests that locals and flow captures hold, and the conditions that are
/// known to hold because a branch tested them. Immutable.
/// </summary>
internal sealed class World
{
    private const string Touched = "touched ";

    private World(
        ImmutableDictionary<object, RequestValue> values,
        ImmutableDictionary<string, Fact> facts,
        ImmutableDictionary<object, CapturedExpression> captured)
    {
        Values = values;
        Facts = facts;
        Captured = captured;
    }

    public static World Empty { get; } = new(
        ImmutableDictionary<object, RequestValue>.Empty,
        ImmutableDictionary<string, Fact>.Empty,
        ImmutableDictionary<object, CapturedExpression>.Empty);

    /// <summary>What locals, parameters and flow captures hold; what is absent is unknown.</summary>
    public ImmutableDictionary<object, RequestValue> Values { get; }

    /// <summary>The conditions that were tested and not changed since, by their keys.</summary>
    public ImmutableDictionary<string, Fact> Facts { get; }

    /// <summary>What the flow captures stand for in conditions.</summary>
    private ImmutableDictionary<object, CapturedExpression> Captured { get; }

    public RequestValue? this[object location] => Values.TryGetValue(location, out var value) ? value : null;

    public CapturedExpression? Behind(object capture) => Captured.TryGetValue(capture, out var expression) ? expression : null;

    public World Assign(object location, RequestValue? value) => new(
        value is null ? Values.Remove(location) : Values.SetItem(location, value),
        WithoutFactsOn(location),
        Captured);

    /// <summary>The world in which a member was written: what was tested of any member of that name is void.</summary>
    public World WithoutFactsNaming(string member) => new(Values, FactsWithout(member), Captured);

    /// <summary>The world in which a local was written or called in a way that is not followed.</summary>
    public World Touch(object location, SyntaxNode at) => Condition.Mark(location) is { } mark
        ? new World(Values, Facts.SetItem(Touched + mark, new Fact(outcome: true, at)), Captured)
        : this;

    /// <summary>The same world with requests of which no single path is told.</summary>
    public World Blurred() => new(
        Values.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Blurred()),
        Facts,
        Captured);

    /// <summary>
    /// Whether the condition reads what tells the worlds apart, in a form that decides nothing: a guard that may well hold in just those
    /// worlds in which the field is set.
    /// </summary>
    public static bool IsHalfDecided(ImmutableArray<World> worlds, Condition condition)
    {
        if (worlds.Length < 2 || worlds.All(world => world.Facts.ContainsKey(condition.Key)))
        {
            return false;
        }

        var marks = condition.Marks.ToList();
        return worlds
            .SelectMany(world => world.Facts.Keys)
            .Distinct()
            .Where(key => marks.Exists(key.Contains))
            .Any(key => worlds.Any(world => !world.Facts.TryGetValue(key, out var fact)
                || !worlds[0].Facts.TryGetValue(key, out var first)
                || fact.Outcome != first.Outcome
                || (key.StartsWith(Touched, StringComparison.Ordinal) && fact.TestedAt != first.TestedAt)));
    }

    public World Capture(object capture, RequestValue? value, CapturedExpression expression) => new(
        value is null ? Values.Remove(capture) : Values.SetItem(capture, value),
        Facts,
        Captured.SetItem(capture, expression));

    /// <summary>The world in which a condition came out so; null when it is known to come out otherwise.</summary>
    public World? Assume(Condition condition, bool outcome, SyntaxNode testedAt)
    {
        // What a loop tests again at the same place may have changed in between, unless only locals are tested.
        if (Facts.TryGetValue(condition.Key, out var known) && (condition.IsOfLocals || known.TestedAt != testedAt))
        {
            return known.Outcome == outcome ? this : null;
        }

        return new World(Values, Facts.SetItem(condition.Key, new Fact(outcome, testedAt)), Captured);
    }

    /// <summary>
    /// Adds worlds to those of a point. Worlds that differ in their facts alone become one: facts only serve to tell requests apart.
    /// </summary>
    public static ImmutableArray<World> Join(ImmutableArray<World> worlds, IEnumerable<World> more, int limit)
    {
        var joined = worlds.ToList();
        foreach (var world in more)
        {
            var alike = joined.FindIndex(other => SameValues(other, world));
            if (alike < 0)
            {
                joined.Add(world);
            }
            else
            {
                joined[alike] = joined[alike].Meet(world);
            }
        }

        return joined.Count <= limit ? joined.ToImmutableArray() : ImmutableArray.Create(joined.Aggregate(Blur));
    }

    public static bool Same(ImmutableArray<World> one, ImmutableArray<World> other) =>
        one.Length == other.Length
        && one.All(world => other.Any(match => SameValues(world, match) && SameEntries(world.Facts, match.Facts) && SameEntries(world.Captured, match.Captured)));

    private World Meet(World other) => ReferenceEquals(this, other)
        ? this
        : new World(Values, Common(Facts, other.Facts), Common(Captured, other.Captured));

    private static World Blur(World one, World other)
    {
        var values = ImmutableDictionary.CreateBuilder<object, RequestValue>();
        foreach (var entry in one.Values)
        {
            if (RequestValue.Blur(entry.Value, other[entry.Key]) is { } value)
            {
                values[entry.Key] = value;
            }
        }

        return new World(values.ToImmutable(), Common(one.Facts, other.Facts), Common(one.Captured, other.Captured));
    }

    private ImmutableDictionary<string, Fact> WithoutFactsOn(object location)
    {
        var marker = Condition.Mark(location);
        return marker is null ? Facts : FactsWithout(marker);
    }

    private ImmutableDictionary<string, Fact> FactsWithout(string text) =>
        Facts.Keys.Any(key => key.Contains(text)) ? Facts.RemoveRange(Facts.Keys.Where(key => key.Contains(text))) : Facts;

    private static bool SameValues(World one, World other) => ReferenceEquals(one, other) || SameEntries(one.Values, other.Values);

    private static bool SameEntries<TKey, TValue>(ImmutableDictionary<TKey, TValue> one, ImmutableDictionary<TKey, TValue> other)
        where TKey : notnull =>
        ReferenceEquals(one, other)
        || (one.Count == other.Count
            && one.All(entry => other.TryGetValue(entry.Key, out var value) && EqualityComparer<TValue>.Default.Equals(entry.Value, value)));

    private static ImmutableDictionary<TKey, TValue> Common<TKey, TValue>(
        ImmutableDictionary<TKey, TValue> one,
        ImmutableDictionary<TKey, TValue> other)
        where TKey : notnull =>
        ReferenceEquals(one, other)
            ? one
            : one.RemoveRange(one
                .Where(entry => !other.TryGetValue(entry.Key, out var value) || !EqualityComparer<TValue>.Default.Equals(entry.Value, value))
                .Select(entry => entry.Key));
}
