using AppFlow.Fluent.Rules.Flow;
using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using AppFlow.Fluent.Rules.Tests.Toy;
using CsCheck;

namespace AppFlow.Fluent.Rules.Tests.Laws;

/// <summary>Random states over a few variables, requests and sends.</summary>
internal static class PathStates
{
    private static readonly RequestShape Shape = ToyShapes.Find("Register")!;
    private static readonly Variable[] Variables = [new("x", "x"), new("y", "y"), new("z", "z")];
    private static readonly Site[] Made = [new(SiteKind.Request), new(SiteKind.Request)];
    private static readonly Site Caught = new(SiteKind.Failure);
    private static readonly Term[] Values = [new Constant("a"), new Constant("b"), Variables[0], Made[0].Value];
    private static readonly Step[] Written = [new AssignStep(Variables[0], Values[0]), new AssignStep(Variables[1], Values[1])];
    private static readonly SendStep[] SendSteps = [new(Made[0].Value, Shape, new Site(SiteKind.Task)), new(Made[1].Value, Shape, new Site(SiteKind.Task))];

    private static readonly Term[] Memory =
        [new Apply(new Function(FunctionKind.Member, "P"), Variables[0]), new Apply(new Function(FunctionKind.Member, "Q"), Variables[0])];

    private static readonly FieldSet[] Sources = [.. Shape.Fields.SelectMany(field => new FieldSet[] { new(field, Values[0]), new(field, Values[1]) })];

    private static readonly Gen<Term> Value = Gen.OneOfConst(Values);

    /// <summary>A request in any state: open or not, from a parameter or created here, with any of its fields set.</summary>
    public static Gen<RequestState> Request { get; } = Gen.Select(
        Gen.OneOfConst<Term?>(null, Variables[0], Variables[1]),
        Gen.Bool,
        Gen.Select(Gen.OneOfConst(Sources), Value, Gen.Bool).Array[0, 4],
        (origin, isOpen, sets) => sets.Aggregate(
            new RequestState(Shape, origin, isOpen || origin is not null),
            (state, set) => state.With(set.Item3 ? new FieldSet(set.Item1.Field, set.Item2) { IsUncertain = true } : set.Item1, set.Item2)));

    public static Gen<PathState> Any { get; } = Gen.Select(
        Map(Variables, Value),
        Map(Memory, Value),
        Map([Variables[1], .. Memory], Gen.Bool),
        Map([.. Made.Select(Term (site) => site.Value)], Request),
        Map(SendSteps, Gen.Const(0)),
        Gen.Select(Map(Written, Gen.Const(true)), Map(Written, Gen.Const(true)), Map([Caught.Value], Gen.ULong[1, 2])),
        Gen.Select(Gen.OneOfConst(Outcome.Succeeded, Outcome.Failed), Gen.OneOfConst<Term?>(null, Variables[0])),
        (variables, memory, facts, requests, sends, rest, sent) => new PathState
        {
            Variables = variables,
            Memory = memory,
            Facts = facts,
            Requests = requests,
            Sends = sends.Keys.Aggregate(
                SmallMap<SendStep, Sent>.Empty,
                (map, step) => map.With(step, new Sent(step, new RequestState(Shape, null, isOpen: false), sent.Item2) { Outcome = sent.Item1 })),
            Writes = rest.Item1,
            Asked = rest.Item2,
            Failures = rest.Item3.Keys.Aggregate(
                SmallMap<Root, Caught>.Empty,
                (map, root) => map.With(root, new Caught(null, Shape.Failures, rest.Item3.Values[0]))),
        });

    public static IReadOnlyList<Field> Fields => Shape.Fields;

    private static Gen<SmallMap<TKey, TValue>> Map<TKey, TValue>(TKey[] keys, Gen<TValue> value)
        where TKey : notnull =>
        Gen.Select(Gen.OneOfConst(keys), value).Array[0, keys.Length + 1]
            .Select(entries => entries.Aggregate(SmallMap<TKey, TValue>.Empty, (map, entry) => map.With(entry.Item1, entry.Item2)));
}
