using AppFlow.Fluent.Rules.Terms;
using CsCheck;

namespace AppFlow.Fluent.Rules.Tests.Laws;

/// <summary>Random conditions without normalisation, and their results for random values.</summary>
internal static class Terms
{
    private static readonly Variable[] Flags = [new("f", "f"), new("g", "g"), new("h", "h")];
    private static readonly Variable[] Texts = [new("x", "x"), new("y", "y")];
    private static readonly Variable[] Numbers = [new("m", "m"), new("n", "n")];
    private static readonly Variable[] Lists = [new("u", "u"), new("v", "v")];
    private static readonly Variable[] Colors = [new("c", "c")];
    private static readonly string[] Members = ["Red", "Green"];

    private static readonly Gen<Term> Text = Gen.OneOf(
        Gen.OneOfConst<Term>(Texts),
        Gen.OneOfConst<string?>(null, "", " ", "a", "b").Select(Term (value) => new Constant(value)));

    private static readonly Gen<Term> Number = Gen.OneOf(
        Gen.OneOfConst<Term>(Numbers),
        Gen.Int[0, 2].Select(Term (value) => new Constant(value)),
        Gen.OneOfConst<Term>(Lists).Select(Term (list) => new Apply(Function.Count, list)));

    private static readonly Gen<Term> Atom = Gen.Frequency(
        (4, Gen.OneOfConst<Term>(Flags)),
        (1, Gen.Bool.Select(Term (value) => Constant.Of(value))),
        (4, Gen.Select(Text, Text, Term (left, right) => new Apply(Function.Equal, left, right))),
        (2, Gen.Select(Text, Term (text) => new Apply(Function.IsEmptyText, text))),
        (2, Gen.Select(Text, Term (text) => new Apply(Function.IsBlankText, text))),
        (2, Gen.Select(Gen.OneOfConst(Texts), Gen.Int[0, 1], Term (text, length) => new Apply(Function.Equal, new Apply(Function.Length, text), new Constant(length)))),
        (3, Gen.Select(Number, Number, Term (left, right) => new Apply(Function.Less, left, right))),
        (3, Gen.Select(Number, Number, Term (left, right) => new Apply(Function.Equal, left, right))),
        (2, Gen.Select(Gen.OneOfConst(Colors), Gen.OneOfConst(Members), Term (color, member) => new Apply(Function.Equal, color, new Constant(member, Members)))),
        (2, Gen.Select(Gen.OneOfConst(Texts), Gen.OneOfConst("Cat", "Animal"), Term (text, type) => new Apply(new Function(FunctionKind.Is, type), text))));

    /// <summary>A condition as a front end may write it, before normalisation.</summary>
    public static Gen<Term> Condition { get; } = Nested(3);

    /// <summary>A value for each variable: truths, texts with null, numbers, lists by their length, members of an enumeration.</summary>
    public static Gen<Assignment> Assignment { get; } = Gen.Select(
        Gen.Bool.Array[Flags.Length],
        Gen.OneOfConst<string?>(null, "", " ", "a", "b").Array[Texts.Length],
        Gen.Int[0, 2].Array[Numbers.Length],
        Gen.Int[0, 2].Array[Lists.Length],
        Gen.OneOfConst(Members),
        (flags, texts, numbers, lists, color) => new Assignment(
            Flags.Zip(flags, KeyValuePair<Variable, object?> (variable, value) => new(variable, value))
                .Concat(Texts.Zip(texts, KeyValuePair<Variable, object?> (variable, value) => new(variable, value)))
                .Concat(Numbers.Zip(numbers, KeyValuePair<Variable, object?> (variable, value) => new(variable, value)))
                .Concat(Lists.Zip(lists, KeyValuePair<Variable, object?> (variable, value) => new(variable, value)))
                .Append(new(Colors[0], color))
                .ToDictionary(entry => entry.Key.Name, entry => entry.Value)));

    /// <summary>The condition normalised by the factory, bottom-up.</summary>
    public static Term Canonical(Term term) => term is Apply apply
        ? TermFactory.Apply(apply.Function, [.. apply.Operands.Select(Canonical)])
        : term;

    private static Gen<Term> Nested(int depth)
    {
        if (depth == 0)
        {
            return Atom;
        }

        var inner = Nested(depth - 1);
        return Gen.Frequency(
            (2, Atom),
            (2, inner.Select(Term (operand) => new Apply(Function.Not, operand))),
            (2, inner.Array[1, 3].Select(Term (operands) => new Apply(Function.And, operands))),
            (2, inner.Array[1, 3].Select(Term (operands) => new Apply(Function.Or, operands))),
            (1, Gen.Select(inner, Gen.Bool, Term (operand, value) => new Apply(Function.Equal, operand, Constant.Of(value)))),
            (1, Gen.Select(inner, inner, inner, Term (condition, one, other) => new Apply(Function.Choice, condition, one, other))));
    }
}
